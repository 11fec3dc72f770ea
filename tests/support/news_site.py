"""A news site on loopback: pages and feeds that a test changes as it goes.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import http.server
import threading
from email.utils import format_datetime
from xml.sax.saxutils import escape


class Site:
    """Serves self.pages: path → (content type, text or bytes). Knows ETags; counts what is asked."""

    def __init__(self):
        self.pages = {}
        self.asked = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site.asked.append(self.path)
                kind, text = site.pages.get(self.path, (None, ""))
                body = text if isinstance(text, bytes) else text.encode()
                tag = '"%s"' % hashlib.sha1(body).hexdigest()
                if kind is not None and self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.send_header("ETag", tag)
                    self.end_headers()
                    return
                self.send_response(404 if kind is None else 200)
                self.send_header("Content-Type", kind or "text/plain")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("ETag", tag)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def page(self, path, title, feeds=(), body="<p>Nothing but links.</p>"):
        links = "".join('<link rel="alternate" type="application/rss+xml" title="%s" href="%s">' % (escape(name), where)
                        for name, where in feeds)
        self.pages[path] = ("text/html; charset=utf-8",
                            "<!DOCTYPE html><html lang=en><head><title>%s</title>%s</head><body>%s</body></html>"
                            % (escape(title), links, body))

    def feed(self, path, title, entries):
        """entries: (guid, title, html, datetime), newest first."""
        items = "".join(
            "<item><guid isPermaLink='false'>%s</guid><link>%s/%s</link><title>%s</title><pubDate>%s</pubDate>"
            "<description>%s</description></item>"
            % (guid, self.url, guid, escape(name), format_datetime(when), escape(html))
            for guid, name, html, when in entries)
        self.pages[path] = ("application/rss+xml",
                            "<?xml version='1.0'?><rss version='2.0'><channel><title>%s</title><link>%s/</link>"
                            "<description>%s</description><language>en</language>%s</channel></rss>"
                            % (escape(title), self.url, escape(title), items))

    def close(self):
        self.server.shutdown()
        self.server.server_close()
