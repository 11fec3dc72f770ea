#!/usr/bin/env python3
# analysis-entities.py: score entity spans on re3d and on BIO-tagged news
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: analysis-entities.py DUMP re3d DIR | gmb FILE | own DIR [--errors]

Exact spans and kinds; the figure that counts is over person, organisation and
place. On both sides a leading article, titles (of persons those of the lists, with what
belongs to them) and a trailing possessive are dropped; a span that is exactly a
country is a place.

re3d marks what is described as well as what is named ("We", "ISIL-held building"),
and some spans with little confidence. Beside the figure of all its confident spans
stands one of its names: spans that are capital words throughout and no pronouns;
what lies in another span, or is marked with less confidence, counts neither way.
"""
import glob, json, os, re, subprocess, sys, tempfile

KINDS = ('person', 'organisation', 'place', 'nationality')
MORE = {'re3d': ('weapon',), 'gmb': (), 'own': ('weapon', 'money', 'date')}
MARKS = {'P': 'person', 'O': 'organisation', 'L': 'place', 'N': 'nationality', 'W': 'weapon', 'M': 'money', 'D': 'date'}
LEAD = re.compile(r"^(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?|president|prime minister|foreign minister|defen[cs]e minister|"
                  r"minister|secretary|secretary-general|general|gen\.|senator|sen\.|chancellor|king|queen|prince|"
                  r"ambassador|colonel|col\.|captain|sheikh|foreign secretary|vice president|pm|sir)\s+", re.I)

LEXICONS = os.path.join(os.path.dirname(__file__), '..', '..', 'resources', 'lexicons')
RANKS = ('petty officer', 'chief petty officer', 'warrant officer', 'special warfare operator', 'gunnery sergeant',
         'airman', 'airman first class', 'private first class', '1st class', '2nd class', '3rd class', '1st lt.',
         'first lieutenant', 'second lieutenant', 'junior', 'senior')

publishers = {}
doubted = {}

SMALL = {'of', 'the', 'and', 'for', 'al', 'bin', 'de', '-', '\u2013'}
PRONOUNS = {'i', 'we', 'you', 'he', 'she', 'it', 'they', 'who', 'my', 'our', 'us', 'his', 'her', 'its', 'their'}


def read_forms(*names):
    """The forms of some lists, in small letters."""
    forms = set()
    for name in names:
        for line in open(os.path.join(LEXICONS, name + '.tsv'), encoding='utf-8'):
            if not line.startswith('#'):
                forms.update(form.lower() for form in line.rstrip('\n').split('\t')[0].split('|'))
    return forms


TITLES = read_forms('titles', 'roles') | set(RANKS)
WHOSE = read_forms('demonyms', 'countries', 'bodies', 'org-fields') | {'acting', 'former', 'deputy', 'press', 'foreign office'}


def skip_titles(text, s, e):
    """Where the name begins after its titles and what belongs to them: "Defense
    Secretary", "Lt. Gen.", "Foreign Office Minister". A bare title stays."""
    words = [(s + m.start(), s + m.end()) for m in re.finditer(r'[^\s\u200e]+', text[s:e])]
    at = name = 0
    while at < len(words):
        for n in range(min(5, len(words) - at), 0, -1):
            phrase = text[words[at][0]:words[at + n - 1][1]].lower()
            if phrase in TITLES or phrase in WHOSE:
                break
        else:
            break
        at += n
        if phrase in TITLES and at < len(words) and text[words[at][0]].isupper():
            name = at
    return words[name][0] if name else s


def norm(text, s, e, kind=None):
    while True:
        m = LEAD.match(text[s:e])
        if not m or m.end() >= e - s:
            break
        s += m.end()
    if kind == 'person':
        s = skip_titles(text, s, e)
    m = re.search(r"\s*[’']s?$", text[s:e])
    if m and m.start() > 0:
        e = s + m.start()
    return s, e


def run(dump, texts):
    out = {}
    with tempfile.TemporaryDirectory() as d:
        names = []
        for key, text in texts.items():
            path = os.path.join(d, '%06d.txt' % len(names))
            open(path, 'w', encoding='utf-8').write(text)
            names.append((path, key))
        lst = os.path.join(d, 'list')
        open(lst, 'w').write('\n'.join(p for p, _ in names))
        back = dict(names)
        done = subprocess.run(dump.split() + ['--jsonl', '--files-from', lst], stdout=subprocess.PIPE, check=False).stdout
        for line in done.decode().splitlines():
            a = json.loads(line)
            out[back[a['file']]] = a
    return out


def load_re3d(folder):
    texts, gold = {}, {}
    for path in glob.glob(os.path.join(folder, '*', 'documents.json')):
        for line in open(path, encoding='utf-8'):
            if line.strip():
                d = json.loads(line)
                texts[d['_id']] = d['text']
                publishers[d['_id']] = os.path.basename(os.path.dirname(path))
        for line in open(path.replace('documents', 'entities'), encoding='utf-8'):
            if not line.strip():
                continue
            e = json.loads(line)
            kind = {'Person': 'person', 'Organisation': 'organisation', 'Location': 'place', 'Nationality': 'nationality',
                    'Weapon': 'weapon', 'MilitaryPlatform': 'weapon'}.get(e['type'])
            if kind and e.get('confidence', 1) < .5:
                doubted.setdefault(e['documentId'], []).append((e['begin'], e['end'], kind))
            elif kind:
                gold.setdefault(e['documentId'], []).append((e['begin'], e['end'], kind))
    return texts, gold


def load_bio(path, per=20):
    texts, gold, n = {}, {}, 0
    text, spans, sentences = '', [], 0
    kinds = {'PER': 'person', 'ORG': 'organisation', 'GEO': 'place', 'GPE': 'place', 'LOC': 'place', 'NAT': 'nationality'}

    def flush():
        nonlocal text, spans, sentences, n
        if text:
            texts[n], gold[n] = text, spans
            n += 1
        text, spans, sentences = '', [], 0
    fresh = True
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if not line.strip():
            text += ' '
            sentences += 1
            fresh = True
            if sentences >= per:
                flush()
            continue
        word, tag = line.split('\t')[:2]
        glue = word in (',', '.', '?', '!', ';', ':', ')', '%') or word.startswith("'") or text.endswith(('(', '$'))
        if text and not text.endswith(' ') and not glue:
            text += ' '
        start = len(text)
        text += word
        if tag.startswith('B-'):
            spans.append([start, len(text), kinds.get(tag[2:])])
        elif tag.startswith('I-') and spans:
            spans[-1][1] = len(text)
        fresh = False
    flush()
    return texts, {k: [tuple(s) for s in v if s[2]] for k, v in gold.items()}


def load_own(folder):
    """Our own set: articles apart by an empty line, each a line a sentence or
    headline, names as {KIND words}."""
    texts, gold = {}, {}
    for path in sorted(glob.glob(os.path.join(folder, '*.txt'))):
        for n, article in enumerate(open(path, encoding='utf-8').read().split('\n\n')):
            text, spans = '', []
            for line in article.strip().split('\n'):
                headline = line.startswith('# ')
                line = line[2:] if headline else line
                for piece in re.split(r'(\{[A-Z] [^}]*\})', line):
                    if piece.startswith('{'):
                        spans.append((len(text), len(text) + len(piece) - 4, MARKS[piece[1]]))
                        text += piece[3:-1]
                    else:
                        text += piece
                text += '\n\n' if headline else ' '
            texts[(path, n)], gold[(path, n)] = text, spans
    return texts, gold


def is_name(words):
    """Whether a span's words are a name and not a description or a pronoun."""
    return words.lower() not in PRONOUNS and all(
        word[:1].isupper() or word[:1].isdigit() or word.lower() in SMALL for word in re.findall(r'[^\s,]+', words))


def names_of(key, text, gold, want, got):
    """What is wanted and found, as far as it is names that were marked with
    confidence."""
    sure = {(s, e, k) for s, e, k in want if is_name(text[s:e])}
    unsure = {norm(text, s, e, k) for s, e, k in doubted.get(key, ())}
    inside = [(s, e) for s, e in (norm(text, s, e, k) for s, e, k in gold)
              if not text[s:e][:1].isupper() or not is_name(text[s:e])]
    return sure, {(s, e, k) for s, e, k in got if (s, e, k) in sure or (
        (s, e) not in unsure and not any(a <= s and e <= b for a, b in inside))}


def main():
    global KINDS
    dump, what, where = sys.argv[1:4]
    texts, gold = {'re3d': load_re3d, 'gmb': load_bio, 'own': load_own}[what](where)
    KINDS += MORE[what]
    countries = set()
    for line in open(os.path.join(LEXICONS, 'countries.tsv'), encoding='utf-8'):
        if not line.startswith('#'):
            countries.update(x.lower() for c in line.rstrip('\n').split('\t')[:2] for x in c.split('|') if x)
    # a model for each publisher
    groups = {}
    for key in texts:
        groups.setdefault(publishers.get(key, ''), {})[key] = texts[key]
    found = {}
    for publisher, group in groups.items():
        found.update(run(dump.replace('PUBLISHER', publisher), group))
    total = {k: [0, 0, 0] for k in KINDS}
    names = [0, 0, 0]
    wrong, missed = {}, {}
    for key, text in texts.items():
        a = found.get(key)
        want, got = set(), set()
        for s, e, kind in gold.get(key, ()):
            if kind in ('weapon', 'money', 'date') and what == 'own':
                want.add((s, e, kind))
                continue
            if not text[s:e][:1].isupper():
                s2, e2 = norm(text, s, e)
                if not text[s2:e2][:1].isupper():
                    continue
            s, e = norm(text, s, e, kind)
            if not text[s:e][:1].isupper():
                continue
            if text[s:e].lower() in countries:
                kind = 'place'
            want.add((s, e, kind))
        for m in (a['mentions'] if a else ()):
            if m['level'] == 'name' and m['kind'] in KINDS:
                s, e = norm(text, m['start'], m['end'], m['kind'])
                if m['kind'] in ('weapon', 'money', 'date') and what == 'own':
                    got.add((m['start'], m['end'], m['kind']))
                elif text[s:e][:1].isupper():
                    got.add((s, e, m['kind']))
        for k in KINDS:
            w, g = {x for x in want if x[2] == k}, {x for x in got if x[2] == k}
            total[k][0] += len(w & g)
            total[k][1] += len(g)
            total[k][2] += len(w)
        sure, taken = names_of(key, text, gold.get(key, ()), *({x for x in xs if x[2] in KINDS[:3]} for xs in (want, got)))
        names = [a + b for a, b in zip(names, (len(sure & taken), len(taken), len(sure)))]
        for s, e, k in got - want:
            wrong[(text[s:e], k)] = wrong.get((text[s:e], k), 0) + 1
        for s, e, k in want - got:
            missed[(text[s:e], k)] = missed.get((text[s:e], k), 0) + 1
    rows = list(total.items()) + [('per+org+place', [sum(total[k][i] for k in KINDS[:3]) for i in range(3)])]
    if what == 're3d':
        rows.append(('names alone', names))
    for k, (hit, got, want) in rows:
        p, r = hit / max(1, got), hit / max(1, want)
        print('%-14s P %.3f R %.3f F %.3f (%d found, %d gold)' % (k, p, r, 2 * p * r / max(1e-9, p + r), got, want))
    if '--errors' in sys.argv:
        print('missed', sorted(missed.items(), key=lambda x: -x[1])[:100])
        print('wrong', sorted(wrong.items(), key=lambda x: -x[1])[:100])


main()
