"""A server on this machine that answers as its script says, for tests of commands.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import http.server
import threading
import time


class Loopback:
    """Answers paths as told by say(); everything that was asked is in `log`."""

    def __init__(self):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.log.append((time.time(), self.path, dict((k.lower(), v) for k, v in self.headers.items())))
                status, headers, body = outer.find(self.path, self.headers)
                body = body.encode() if isinstance(body, str) else body
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        self.log = []
        self.answers = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def find(self, path, headers):
        answer = self.answers.get(path, (404, {}, ""))
        return answer(headers) if callable(answer) else answer

    def url(self, path):
        return "http://127.0.0.1:%d%s" % (self.server.server_address[1], path)

    def say(self, path, status=200, body="", **headers):
        """Header names with _ for -: ETag="x", Retry_After="5"."""
        self.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)

    def asked(self, path):
        """The headers of every request for the path."""
        return [headers for when, asked, headers in self.log if asked == path]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
