#!/usr/bin/env python3
# analysis-attribution.py: score statements against attribution relations in brat form
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: analysis-attribution.py DUMP DATA [--half first|second] [--cues] [--missed] [--extra] [--content] [--source]

DUMP is a program that takes --jsonl --files-from LIST and prints one article
a line (analysis-dump --plain, or `hearsay analyse`). DATA holds `text` and
`attributions`. A cue counts when it overlaps a cue; content when it shares at
least half of its tokens with that of the matched cue (F over all); a source
when it overlaps that of the matched cue. The corpus may only measure, so its
articles fall by their names into two halves: the first may be looked at for
what is missed, the second is only counted.
"""
import glob, json, os, re, subprocess, sys, tempfile


def read_brat(path):
    spans, events = {}, []
    for line in open(path, encoding='utf-8'):
        parts = line.rstrip('\n').split('\t')
        if line.startswith('T') and len(parts) >= 2:
            kind, where = parts[1].split(' ', 1)
            spans[parts[0]] = (kind, [tuple(map(int, p.split())) for p in where.split(';')])
        elif line.startswith('E'):
            roles = {}
            for part in parts[1].split():
                role, at = part.split(':')
                roles.setdefault(re.sub(r'\d+$', '', role), []).append(at)
            events.append(roles)
    out = []
    for roles in events:
        get = lambda role: [s for at in roles.get(role, []) if at in spans for s in spans[at][1]]
        if get('Cue'):
            out.append({'cue': get('Cue'), 'content': get('Content'), 'source': get('Source')})
    return out


def overlap(a, b):
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)


def tokens(text, spans):
    return {m.start() + s for s, e in spans for m in re.finditer(r'\w+', text[s:e])}


def prf(hit, found, gold):
    p, r = hit / max(1, found), hit / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def main():
    dump, data = sys.argv[1].split(), sys.argv[2]
    gold = {}
    for path in glob.glob(os.path.join(data, 'attributions', '*.ann')):
        base = os.path.basename(path)[:-4].rsplit('_', 1)[0]
        text = os.path.join(data, 'text', base + '.txt')
        if os.path.exists(text):
            gold.setdefault(text, []).append(read_brat(path))
    half = sys.argv[sys.argv.index('--half') + 1] if '--half' in sys.argv else None
    files = [f for i, f in enumerate(sorted(gold)) if half is None or i % 2 == (half == 'second')]
    with tempfile.NamedTemporaryFile('w', suffix='.lst') as lst:
        lst.write('\n'.join(files))
        lst.flush()
        lines = subprocess.run(dump + ['--jsonl', '--files-from', lst.name], stdout=subprocess.PIPE,
                               check=False).stdout.decode().splitlines()
    n = dict.fromkeys(('cue_p', 'cue_r', 'found', 'gold', 'content', 'source', 'gold_source', 'source_asked'), 0)
    missed, extra = {}, {}
    for line in lines:
        article = json.loads(line)
        raw = open(article['file'], encoding='utf-8-sig').read()
        text = article['text']
        sets = gold[article['file']]
        want = max(sets, key=len)
        got = [s for s in article['statements'] if s['cue']]
        pair = lambda s: (s['start'], s['end'])
        n['found'] += len(got)
        n['gold'] += len(want)
        used = set()
        for w in want:
            hit = next((k for k, g in enumerate(got) if k not in used and overlap(w['cue'], [pair(g['cue'])])), None)
            if w['source']:
                n['gold_source'] += 1
            if hit is None:
                key = text[w['cue'][0][0]:w['cue'][0][1]].lower()
                missed[key] = missed.get(key, 0) + 1
                if '--missed' in sys.argv:
                    at = w['cue'][0]
                    print('MISSED', repr(' / '.join(text[a:b] for a, b in w['cue'])), '|', repr(text[max(0, at[0] - 90):at[0]]), '>>', repr(text[at[0]:at[1] + 70]), '| SRC', repr(' / '.join(text[a:b] for a, b in w['source'])))
                continue
            used.add(hit)
            n['cue_r'] += 1
            g = got[hit]
            a, b = tokens(text, w['content']), tokens(text, [pair(c) for c in g['content']])
            if a and len(a & b) * 2 >= max(len(a), len(b)):
                n['content'] += 1
            elif '--content' in sys.argv:
                print('CONTENT', repr(' / '.join(text[s:e] for s, e in w['content'])), '\n   GOT',
                      repr(' / '.join(text[c['start']:c['end']] for c in g['content'])), text[g['cue']['start']:g['cue']['end']])
            if w['source']:
                n['source_asked'] += 1
                if g['speaker'] and overlap(w['source'], [pair(g['speaker'])]):
                    n['source'] += 1
                elif '--source' in sys.argv:
                    print('SOURCE', repr(' / '.join(text[s:e] for s, e in w['source'])), '   GOT',
                          repr(text[g['speaker']['start']:g['speaker']['end']]) if g['speaker'] else None,
                          '| cue', text[g['cue']['start']:g['cue']['end']], '|', repr(text[g['cue']['start'] - 80:g['cue']['end'] + 60]))
        for k, g in enumerate(got):
            if k not in used:
                key = text[g['cue']['start']:g['cue']['end']].lower()
                extra[key] = extra.get(key, 0) + 1
                if '--extra' in sys.argv:
                    a, b = pair(g['cue'])
                    print('EXTRA', repr(text[a:b]), '|', repr(text[max(0, a - 90):a]), '>>', repr(text[a:b + 70]))
        if raw.replace('\r\n', '\n') != text and len(raw) != len(text):
            print('warning: offsets may differ in', article['file'], file=sys.stderr)
    p, r, f = prf(n['cue_r'], n['found'], n['gold'])
    print('cue      P %.3f R %.3f F %.3f  (%d found, %d gold)' % (p, r, f, n['found'], n['gold']))
    p, r, f = prf(n['content'], n['found'], n['gold'])
    print('content  P %.3f R %.3f F %.3f  (of matched cues %.3f)' % (p, r, f, n['content'] / max(1, n['cue_r'])))
    print('source   given cue: %.3f  (%d of %d)' % (n['source'] / max(1, n['source_asked']), n['source'], n['source_asked']))
    if '--cues' in sys.argv:
        top = lambda d: sorted(d.items(), key=lambda x: -x[1])[:70]
        print('missed', top(missed))
        print('extra ', top(extra))


main()
