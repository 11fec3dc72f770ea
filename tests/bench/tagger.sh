#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tagger.sh: words a second beside compromise (npm), on the same raw text
set -eu
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
ninja -C "$HEARSAY_BUILD" tests/bench/tagger-speed >/dev/null
work=$HEARSAY_BUILD/tests/bench/tagger
mkdir -p "$work/texts"
/usr/bin/python3 - "$data/entities/gmb/dev.tsv" "$work/texts" <<'END'
"""Raw articles of the development part, twenty sentences each."""
import sys
sentences = [s for s in open(sys.argv[1], encoding='utf-8').read().split('\n\n') if s.strip()]
for n in range(0, len(sentences), 20):
    text = ''
    for sentence in sentences[n:n + 20]:
        for line in sentence.split('\n'):
            word = line.split('\t')[0]
            text += word if word in ',.?!;:)%' or word.startswith("'") or not text or text[-1] in '( ' else ' ' + word
        text += ' '
    open('%s/%04d.txt' % (sys.argv[2], n // 20), 'w', encoding='utf-8').write(text)
END
"$HEARSAY_BUILD/tests/bench/tagger-speed" "$work"/texts/*.txt
command -v npm >/dev/null || { echo "npm is not here: nothing to compare with"; exit 0; }
[ -d "$work/node_modules/compromise" ] || (cd "$work" && npm install --silent --no-audit --no-fund compromise >/dev/null 2>&1) || {
  echo "compromise could not be installed"
  exit 0
}
cat >"$work/speed.mjs" <<'END'
import nlp from 'compromise'
import { readFileSync, readdirSync } from 'fs'
const texts = readdirSync('texts').map((name) => readFileSync('texts/' + name, 'utf8'))
nlp(texts[0]).people().out('array')
const begin = process.hrtime.bigint()
let words = 0
let names = 0
for (const text of texts) {
  words += text.split(/\s+/).filter((w) => w).length
  const doc = nlp(text)
  names += doc.people().length + doc.places().length + doc.organizations().length
}
const seconds = Number(process.hrtime.bigint() - begin) / 1e9
console.log(`compromise: ${Math.round(words / seconds)} words/s, ${names} names in ${words} words`)
END
(cd "$work" && node speed.mjs)
