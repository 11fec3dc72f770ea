"""What hearsay parse-feed prints, seen as two other parsers see a feed.

The gofeed pairs and the feedparser cases name things their own way; this is the
one place that says which of their names is which of ours, and how values are
compared: addresses and words exactly, dates by the moment they mean, texts with
markup by their normalised text, their links and their pictures.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import datetime
import fnmatch
import html.parser
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

import tap

# ---------------------------------------------------------------- running


def parse_all(requests):
    """Runs parse-feed over many files, a run for each pair of base and type.

    requests: (path, base or None, content type or None). Returns path → object,
    and path → message for those that failed. A crash or a hang raises."""
    groups = collections.defaultdict(list)
    for path, base, content_type in requests:
        groups[base, content_type].append(path)
    done, failed = {}, {}
    for (base, content_type), paths in groups.items():
        with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
            names.write("".join("%s\n" % path for path in paths))
            names.flush()
            command = [tap.PROGRAM, "parse-feed", "--jsonl", "--files-from", names.name]
            command += ["--base", base] if base else []
            command += ["--content-type", content_type] if content_type else []
            run = subprocess.run(command, capture_output=True, timeout=300)
        assert run.returncode in (0, 1), "%s…: exit %d\n%s" % (paths[0], run.returncode, run.stderr[-500:])
        for line in run.stdout.decode("utf-8").split("\n"):
            if line:
                one = json.loads(line)
                done[one["file"]] = one
        for line in run.stderr.decode("utf-8", "replace").splitlines():
            match = re.match(r"hearsay: (.*?): (.*)", line)
            if match:
                failed[match.group(1)] = match.group(2)
        lost = [path for path in paths if path not in done and path not in failed]
        assert not lost, "neither read nor complained of: %s" % lost[:5]
    return done, failed


# ---------------------------------------------------------------- comparing

VOID = {"br", "hr", "img", "input", "meta", "link"}
BLOCKS = {"p", "div", "br", "hr", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tr",
          "td", "th", "pre", "dl", "dt", "dd", "figure", "figcaption", "section", "article"}
SILENT = {"script", "style"}


class _Markup(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.links, self.images, self.silent = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag == "img" and values.get("src"):
            self.images.append(values["src"])
        self.text.append(" " if tag in BLOCKS else "")
        self.silent += tag in SILENT

    def handle_endtag(self, tag):
        self.text.append(" " if tag in BLOCKS else "")
        self.silent -= tag in SILENT and self.silent > 0

    def handle_data(self, data):
        if not self.silent:
            self.text.append(data)


def squeeze(text):
    return " ".join(text.split())


def markup(text):
    """Normalised text, links and pictures of HTML."""
    parser = _Markup()
    parser.feed(text)
    parser.close()
    return squeeze("".join(parser.text)), [iri(link) for link in parser.links], [iri(image) for image in parser.images]


def iri(address):
    """An address with its host and escapes in one form."""
    address = address.strip()
    parts = urllib.parse.urlsplit(address) if "://" in address else None
    if not parts or not parts.hostname:
        return urllib.parse.unquote(address)
    host = parts.hostname
    try:
        host = host.encode("ascii").decode("idna")
    except UnicodeError:
        pass
    port = ":%d" % parts.port if parts.port else ""
    return urllib.parse.unquote("%s://%s%s%s" % (parts.scheme.lower(), host, port,
                                                 address.split(parts.netloc, 1)[1]))


class Text(collections.namedtuple("Text", "value html")):
    """A text of ours, cleaned HTML or plain."""

    def matches(self, wanted):
        ours = markup(self.value) if self.html else (squeeze(self.value), [], [])
        return ours == markup(wanted) or ours == (squeeze(wanted), [], [])


class Date(collections.namedtuple("Date", "value raw")):
    """A date of ours, with what the feed wrote."""

    def moment(self):
        if self.value is None:
            return None
        if "T" not in self.value:
            return datetime.datetime.fromisoformat(self.value).replace(tzinfo=datetime.timezone.utc)
        return datetime.datetime.fromisoformat(self.value.replace("Z", "+00:00"))

    def matches(self, wanted):
        moment = self.moment()
        if isinstance(wanted, list):  # time.struct_time
            return moment is not None and list(moment.timetuple())[:6] == wanted[:6]
        return self.raw == wanted or self.value == wanted


class Address(str):
    """An address: international names and escapes compare as what they mean."""

    def matches(self, wanted):
        return isinstance(wanted, str) and iri(self) == iri(wanted)


# One encoding, several names: what is in it decides which of them holds.
SAME_ENCODING = [{"us-ascii", "ascii", "iso-8859-1", "windows-1252", "utf-8"}, {"gb2312", "gbk", "gb18030"},
                 {"shift_jis", "cp932"}, {"euc-kr", "cp949"}, {"tis-620", "iso-8859-11", "windows-874"}]


def matches(ours, wanted):
    if hasattr(ours, "matches"):
        return ours.matches(wanted)
    if isinstance(wanted, dict) and isinstance(ours, dict):
        return all(key in ours and matches(ours[key], value) for key, value in wanted.items())
    return ours == wanted


# ---------------------------------------------------------------- feedparser's names


def _text(view, name, ours):
    if ours is None:
        return
    text = Text(ours["value"], ours["type"] == "text/html")
    view[name] = text
    view[name + "_detail"] = {"value": text, "type": ours["type"], "base": ours["base"], "language": ours["language"]}


def _person(ours):
    view = {key: ours[key] for key in ("name", "email") if key in ours}
    if "url" in ours:
        view["url"] = view["href"] = Address(ours["url"])
    return view


def _author(view, people):
    if not people:
        return
    first = people[0]
    view["authors"] = [_person(person) for person in people]
    view["author_detail"] = view["authors"][0]
    view["author"] = ("%s (%s)" % (first["name"], first["email"]) if "name" in first and "email" in first
                      else first.get("name") or first.get("email"))


def _tags(categories):
    return [{"term": one["term"], "scheme": one.get("scheme"), "label": one.get("label")} for one in categories]


def _links(links):
    return [{key: Address(value) if key == "href" else str(value) for key, value in one.items()} for one in links]


def _dates(view, published, modified):
    """feedparser calls some dates updated that are the only one there is."""
    if published.raw or published.value:
        view["published"] = view["published_parsed"] = published
        view["created"] = view["created_parsed"] = published
    if modified.raw or modified.value:
        view["updated"] = view["updated_parsed"] = modified
    elif "published" in view:
        view["updated"] = view["updated_parsed"] = published


def _common(view, ours):
    _text(view, "title", ours.get("title"))
    _text(view, "rights", ours.get("rights"))
    _author(view, ours.get("authors", []))
    view["contributors"] = [_person(one) for one in ours.get("contributors", [])]
    view["tags"] = _tags(ours.get("categories", []))
    if view["tags"]:
        view["category"] = view["tags"][0]["term"]
    view["links"] = _links(ours.get("links", []))


def _feed_view(top):
    ours, view = top["_hearsay"], {}
    _common(view, ours)
    _text(view, "subtitle", ours.get("description"))
    _text(view, "info", ours.get("info"))
    if "publisher" in ours:
        view["publisher_detail"] = _person(ours["publisher"])
        view["publisher"] = ours["publisher"].get("name") or ours["publisher"].get("email")
    if "home_page_url" in top:
        view["link"] = Address(top["home_page_url"])
    if ours["id"] is not None:
        view["id"] = Address(ours["id"])
    view["language"] = top.get("language")
    if "generator" in ours:
        view["generator"] = ours["generator"]
        view["generator_detail"] = {"name": ours["generator"], "version": ours.get("generator_version"),
                                    "href": Address(ours.get("generator_url", ""))}
        view["generator_detail"]["url"] = view["generator_detail"]["href"]
    if "icon" in top:
        view["image"] = {"href": Address(top["icon"]), "url": Address(top["icon"])}
    if ours["ttl"] is not None:
        view["ttl"] = str(ours["ttl"])
    _dates(view, Date(ours.get("date_published"), ours.get("raw_published")),
           Date(ours.get("date_modified"), ours.get("raw_modified")))
    return view


def _source_view(ours):
    view = {}
    _common(view, ours)
    _text(view, "subtitle", ours.get("description"))
    if "url" in ours:
        view["link"] = Address(ours["url"])
    if "id" in ours:
        view["id"] = ours["id"]
    if "generator" in ours:
        view["generator_detail"] = {"name": ours["generator"], "href": Address(ours.get("generator_url", ""))}
    return view


def _entry_view(item):
    ours, view = item["_hearsay"], {}
    _common(view, ours)
    content = dict(ours["content"], value=item.get("content_html", item.get("content_text"))) if "content" in ours else None
    summary = ours.get("summary")
    if summary is not None and content is None:
        summary = dict(summary, value=item.get("content_html", item.get("content_text")))
    _text(view, "summary", summary or content)
    _text(view, "subtitle", summary)
    if content is not None:
        holder = {}
        _text(holder, "content", content)
        view["content"] = [holder["content_detail"]]
    if "url" in item:
        view["link"] = Address(item["url"])
    if ours["id"] is not None:
        view["id"] = Address(ours["id"])
    view["guidislink"] = ours["id_is_link"] and item.get("url") == ours["id"]
    view["language"] = item.get("language")
    if "comments_url" in ours:
        view["comments"] = Address(ours["comments_url"])
    if "image" in item:
        view["image"] = {"href": Address(item["image"])}
    if "source" in ours:
        view["source"] = _source_view(ours["source"])
    view["enclosures"] = []
    for one in item.get("attachments", []):
        view["enclosures"].append({"href": Address(one["url"]), "type": one.get("mime_type"),
                                   "length": str(one["size_in_bytes"]) if "size_in_bytes" in one else None})
        view["enclosures"][-1]["url"] = view["enclosures"][-1]["href"]
    _dates(view, Date(item.get("date_published"), ours.get("raw_published")),
           Date(item.get("date_modified"), ours.get("raw_modified")))
    if view["enclosures"] and content is None:
        view["content"] = [{"src": one["href"], "type": one["type"]} for one in view["enclosures"]]
    return view


def feedparser_view(top):
    return {"feed": _feed_view(top), "entries": [_entry_view(item) for item in top["items"]],
            "encoding": top["_hearsay"]["encoding"]}


# Two names of feedparser's for one thing.
ALIASES = {"description": ["summary", "subtitle"], "tagline": ["subtitle"], "copyright": ["rights"], "guid": ["id"],
           "modified": ["updated"], "issued": ["published"], "date": ["updated"], "url": ["href"]}

GRADED_FEED = {"title", "link", "links", "id", "guid", "subtitle", "tagline", "description", "info", "author", "authors",
               "author_detail", "contributors", "published", "updated", "modified", "created", "issued", "date", "tags",
               "category", "language", "copyright", "rights"}
GRADED_ENTRY = GRADED_FEED | {"summary", "content", "enclosures", "guidislink"} - {"info"}


def is_graded(path):
    """Whether the condition is on what the acceptance names."""
    if path == ["encoding"] or path == ["entries"]:
        return True
    if path[0] == "feed" and len(path) > 1:
        name, known = path[1], GRADED_FEED
    elif path[0] == "entries" and len(path) > 2:
        name, known = path[2], GRADED_ENTRY
    else:
        return False
    return re.sub(r"_(detail|parsed)$", "", name) in known or name in known


def look_up(view, path):
    for part in path:
        if isinstance(part, int):
            if not isinstance(view, list) or part >= len(view):
                return None
            view = view[part]
            continue
        if not isinstance(view, dict):
            return None
        names = [part]
        for suffix in ("_detail", "_parsed"):
            if part.endswith(suffix):
                names += [alias + suffix for alias in ALIASES.get(part[:-len(suffix)], [])]
        names += ALIASES.get(part, [])
        view = next((view[name] for name in names if view.get(name) is not None), None)
    return view


def _value(view, term):
    if "len" in term:
        return len(look_up(view, term["len"]) or [])
    return look_up(view, term["path"])


def _same_encoding(ours, wanted):
    wanted = wanted.lower()
    return ours == wanted or any(ours in names and wanted in names for names in SAME_ENCODING)


def holds(view, condition):
    """True or False; None when it is not on what is graded."""
    if condition["op"] == "or":
        verdicts = [[holds(view, one) for one in branch] for branch in condition["of"]]
        verdicts = [[verdict for verdict in branch if verdict is not None] for branch in verdicts]
        return any(all(branch) for branch in verdicts) if any(verdicts) else None
    if condition["op"] == "not":
        inner = holds(view, condition["of"][0])
        return None if inner is None else not inner
    left = condition["l"]
    path = left.get("path") or left.get("len")
    if path is None or not is_graded(path):
        return None
    ours = _value(view, left)
    if condition["op"] == "truthy":
        return bool(ours)
    if condition["op"] == "ne":
        return ours != condition["r"].get("lit")
    if condition["op"] != "eq":
        return None
    if "path" in condition["r"]:
        return ours is not None and ours == look_up(view, condition["r"]["path"])
    wanted = condition["r"]["lit"]
    if path == ["encoding"]:
        return _same_encoding(ours, wanted)
    if wanted == "" and ours is None:
        return True  # stated and empty, or not stated: both say nothing
    return matches(ours, wanted)


def feedparser_cases(folder):
    """(case, path, base, content type) of each."""
    for line in (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        headers = {name.lower(): value for name, value in case["headers"]}
        address = "http://127.0.0.1:8097/"  # the cases came from there; one base, so one run
        location = headers.get("content-location")
        base = urllib.parse.urljoin(address, location) if location else address
        if not base.startswith("http"):
            base = address
        yield case, folder / case["file"], base, headers.get("content-type")


# ---------------------------------------------------------------- gofeed's names

FORMATS = {("rss", "2.0"): "rss-2.0", ("rss", "2.01"): "rss-2.0", ("rss", "2.00"): "rss-2.0", ("rss", "0.9"): "rss-0.90",
           ("rss", "0.91"): "rss-0.91", ("rss", "0.92"): "rss-0.92", ("rss", "0.93"): "rss-0.93",
           ("rss", "0.94"): "rss-0.94", ("rss", "1.0"): "rss-1.0", ("rss", ""): "rss",
           ("atom", "0.3"): "atom-0.3", ("atom", "1.0"): "atom-1.0", ("atom", ""): "atom",
           ("json", "1.0"): "json-feed-1.0", ("json", "1.1"): "json-feed-1.1"}


def _same_text(ours, wanted):
    if ours is None:
        return wanted == ""
    return Text(ours["value"], ours["type"] == "text/html").matches(wanted)


def _same_person(ours, wanted):
    """wanted: an object, or as RSS writes it: "me@a.example (A Name)"."""
    if ours is None:
        return False
    if isinstance(wanted, str):
        said = markup(wanted)[0] + " " + wanted
        return all(markup(ours[key])[0] in said for key in ("name", "email") if key in ours)
    return all(markup(ours.get({"uri": "url"}.get(key, key), ""))[0] == markup(value)[0] for key, value in wanted.items())


def _same_people(ours, wanted):
    return len(ours) == len(wanted) and all(_same_person(*pair) for pair in zip(ours, wanted))


def _same_categories(ours, wanted):
    got = []
    for one in ours:
        got.append((markup(one["term"])[0], one.get("scheme", ""), one.get("label", "")))
    if wanted and isinstance(wanted[0], str):  # gofeed puts those of each namespace together
        return sorted(one[0] for one in got) == sorted(markup(one)[0] for one in wanted)
    # one without a term is called by its label, one without either says nothing
    terms = [(one.get("term") or one.get("value") or one.get("label"), one) for one in wanted]
    return got == [(markup(term)[0], one.get("scheme", one.get("domain", "")), one.get("label", ""))
                   for term, one in terms if term]


def _same_links(ours, wanted):
    if wanted and isinstance(wanted[0], str):
        return [iri(one["href"]) for one in ours if one["rel"] == "alternate"] == [iri(one) for one in wanted] \
            or [iri(one["href"]) for one in ours] == [iri(one) for one in wanted]
    got = [{key: str(value) for key, value in one.items()} for one in ours]
    for one in got:
        one["href"] = iri(one["href"])
    return got == [dict({key: value for key, value in one.items() if value}, rel=one.get("rel") or "alternate",
                        href=iri(one["href"])) for one in wanted if one.get("href")]


def _same_enclosures(ours, wanted):
    got = [{"url": iri(one["url"]), "type": one.get("mime_type"), "length": str(one.get("size_in_bytes", ""))} for one in ours]
    return got == [{"url": iri(one["url"]), "type": one.get("type"), "length": one.get("length", "")} for one in wanted]


def _same_image(ours, wanted):
    """Only its address is kept; of what has none there is nothing."""
    url = wanted if isinstance(wanted, str) else wanted.get("url", "")
    return iri(ours or "") == iri(url)


def _same_source(ours, wanted):
    if ours is None:
        return not wanted
    if "title" in wanted or "url" in wanted:
        if wanted.get("url") and iri(ours.get("feed_url", "")) != iri(wanted["url"]):
            return False
    return not [key for key in wanted if key not in ("url",) and not _source_key(ours, key, wanted[key])]


def _source_key(ours, key, wanted):
    if key in ("title", "subtitle", "rights"):
        return _same_text(ours.get({"subtitle": "description"}.get(key, key)), wanted)
    if key in ("authors", "contributors"):
        return _same_people(ours.get(key, []), wanted)
    if key == "links":
        return _same_links(ours.get("links", []), wanted)
    if key == "categories":
        return _same_categories(ours.get("categories", []), wanted)
    if key == "generator":
        return _same_generator({"generator": ours.get("generator", ""), "generator_url": ours.get("generator_url", "")}, wanted)
    if key in ("updated", "updatedParsed"):
        return _same_moment(ours.get("date_modified"), ours.get("raw_modified"), wanted)
    if key in ("id", "icon"):
        return iri(ours.get(key, "")) == iri(wanted)
    return key in ("logo", "extensions")


def _same_generator(ours, wanted):
    if isinstance(wanted, str):
        return markup(ours.get("generator", ""))[0] == markup(wanted)[0] \
            or wanted.startswith(ours.get("generator", "\0"))
    return (squeeze(ours.get("generator", "")) == squeeze(wanted.get("value", ""))
            and ours.get("generator_url", "") == wanted.get("uri", "")
            and (ours.get("generator_version") or "") == wanted.get("version", ""))


def _same_moment(value, raw, wanted):
    if raw is not None and squeeze(raw) == squeeze(wanted):
        return True
    if value is None:
        return False
    try:
        moment = datetime.datetime.fromisoformat(wanted.replace("Z", "+00:00"))
    except ValueError:
        return False
    return Date(value, raw).moment() == moment


def _same_address(ours, wanted):
    return iri(ours or "") == iri(wanted)


def _common_key(top, ours, key, wanted):
    if key == "title":
        return _same_text(ours.get("title"), wanted)
    if key in ("rights", "copyright"):
        return _same_text(ours.get("rights"), wanted)
    if key == "authors":
        got = ours.get("authors") or ([ours["publisher"]] if "publisher" in ours else [])
        return _same_people(got[:len(wanted)], wanted)  # of several creators gofeed keeps one
    if key in ("author", "managingEditor"):
        return _same_person((ours.get("authors") or [ours.get("publisher")])[0], wanted)
    if key == "contributors":
        return _same_people(ours.get("contributors", []), wanted)
    if key == "categories":
        return _same_categories(ours.get("categories", []), wanted)
    if key == "links":
        return _same_links(ours.get("links", []), wanted)
    if key in ("id", "guid"):
        return _same_address(ours.get("id"), wanted["value"] if isinstance(wanted, dict) else wanted)
    if key == "language":
        return top.get("language") == wanted.replace("_", "-")
    return None


def _feed_key(top, key, wanted):
    ours = top["_hearsay"]
    if key in ("description", "subtitle"):
        return _same_text(ours.get("description"), wanted)
    if key == "link":
        return _same_address(top.get("home_page_url"), wanted)
    if key == "feedLink":
        return _same_address(top.get("feed_url"), wanted)
    if key in ("image", "logo"):
        return _same_image(top.get("icon"), wanted)
    if key == "icon":
        return _same_image(top.get("favicon"), wanted)
    if key == "webMaster":
        return _same_person(ours.get("publisher"), wanted)
    if key == "generator":
        return _same_generator(ours, wanted)
    if key in ("updated", "updatedParsed", "lastBuildDate", "lastBuildDateParsed"):
        # Dublin Core's date of a feed, which is all there is, it calls updated, and we published
        name = "modified" if "raw_modified" in ours else "published"
        return _same_moment(ours.get("date_" + name), ours.get("raw_" + name), wanted)
    if key in ("published", "publishedParsed", "pubDate", "pubDateParsed"):
        return _same_moment(ours.get("date_published"), ours.get("raw_published"), wanted)
    if key == "ttl":
        return str(ours["ttl"]) == wanted
    if key == "skipHours":
        return sorted(int(hour) % 24 for hour in wanted) == ours["skip_hours"]
    if key == "skipDays":
        return sorted(wanted) == sorted(ours["skip_days"])
    return _common_key(top, ours, key, wanted)


def _item_key(item, key, wanted):
    ours = item["_hearsay"]
    content = {"value": item.get("content_html", item.get("content_text", "")),
               "type": "text/html" if "content_html" in item else "text/plain"}
    if key == "content":
        if isinstance(wanted, dict):
            if wanted.get("src"):
                return any(one["url"] == wanted["src"] for one in item.get("attachments", []))
            wanted = wanted.get("value", "")
        return _same_text(content, wanted)
    if key in ("description", "summary"):
        return _same_text(dict(content, **ours["summary"]) if "summary" in ours else None, wanted)
    if key == "link":
        return _same_address(item.get("url"), wanted)
    if key == "comments":
        return _same_address(ours.get("comments_url"), wanted)
    if key == "image":
        return _same_image(item.get("image"), wanted)
    if key == "enclosure":
        return _same_enclosures(item.get("attachments", [])[:1], [wanted])
    if key == "enclosures":
        return _same_enclosures(item.get("attachments", []), wanted)
    if key == "source":
        return _same_source(ours.get("source"), wanted)
    if key in ("published", "publishedParsed", "pubDate", "pubDateParsed"):
        return _same_moment(item.get("date_published"), ours.get("raw_published"), wanted)
    if key in ("updated", "updatedParsed"):
        return _same_moment(item.get("date_modified"), ours.get("raw_modified"), wanted)
    return _common_key(item, ours, key, wanted)


def gofeed_differences(top, wanted, kind, waived_fields):
    """What of the expected result ours does not say: a list of sentences."""
    found = []
    version = wanted.get("feedVersion", wanted.get("version", ""))
    fmt = FORMATS.get((wanted.get("feedType", kind), version))
    if fmt is None or top["_hearsay"]["format"] != fmt:
        found.append("format: %s, wanted %s %s" % (top["_hearsay"]["format"], kind, version))
    items = wanted.get("items", wanted.get("entries")) or []
    if len(items) != len(top["items"]):
        return found + ["%d items, wanted %d" % (len(top["items"]), len(items))]
    for key, value in wanted.items():
        if key in ("items", "entries", "version", "feedType", "feedVersion") or key in waived_fields:
            continue
        if not _feed_key(top, key, value):
            found.append("%s: wanted %r" % (key, value))
    for number, (ours, theirs) in enumerate(zip(top["items"], items)):
        for key, value in theirs.items():
            if key not in waived_fields and not _item_key(ours, key, value):
                found.append("items[%d].%s: wanted %r" % (number, key, value))
    return found


def gofeed_pairs(folder):
    """(name, path of the feed, expected, kind) of each; a JSON Feed is what is expected of itself."""
    for path in sorted(folder.rglob("*.xml")):
        beside = path.with_suffix(".json")
        if beside.exists():
            kind = "atom" if "/atom/" in str(path) else "rss"
            yield str(path.relative_to(folder)), path, json.loads(beside.read_text(encoding="utf-8")), kind
    for path in sorted(folder.rglob("*.json")):
        if not path.with_suffix(".xml").exists() and "invalid" not in path.parts:
            yield str(path.relative_to(folder)), path, json.loads(path.read_text(encoding="utf-8")), "json"


def json_feed_differences(top, wanted):
    """A JSON Feed comes out as it went in, but for what two fields say at once."""
    found = []

    def compare(ours, theirs, where):
        for key, value in theirs.items():
            if key in ("version", "items", "user_comment", "author", "expired") or (key == "content_text" and "content_html" in theirs):
                continue
            got = ours.get(key)
            if key.startswith("date_"):
                same = got is not None and _same_second(got, value)
            else:
                same = got == value
            if not same:
                found.append("%s%s: %r, wanted %r" % (where, key, got, value))

    compare(top, wanted, "")
    if len(top["items"]) != len(wanted.get("items", [])):
        return found + ["%d items" % len(top["items"])]
    for number, pair in enumerate(zip(top["items"], wanted.get("items", []))):
        compare(*pair, "items[%d]." % number)
        author = pair[1].get("author")
        if author and pair[0].get("authors") != [author]:
            found.append("items[%d].author" % number)
    return found


def _same_second(one, other):
    moments = [datetime.datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00")) for text in (one, other)]
    return moments[0] == moments[1]


def read_waived(path):
    """The list of what is left out: patterns of pairs, and fields, each with its reason."""
    pairs, fields = [], set()
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, name, reason = line.split("\t")
            assert reason.strip(), line
            if kind == "pair":
                pairs.append(name)
            else:
                fields.add(name)
    return pairs, fields


def is_waived(name, patterns):
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
