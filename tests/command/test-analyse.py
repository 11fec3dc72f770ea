#!/usr/bin/env python3
"""hearsay analyse: the contract, the sample story, and the five real articles.

The five are known here only by the hashes of their files and by offsets.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import pathlib
import re
import sys

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap

SCHEMA = json.loads((tap.SOURCE / "tests/data/contract.schema.json").read_text())
SAMPLE = sorted((tap.SOURCE / "resources/sample").glob("*.html"))

# SHA-256 of each article, first twelve digits, in the order of the story.
FIVE = ["a74b50e5af7b", "7bcf102a8853", "585dc71e7dbb", "6ca19105b262", "dc5faf8f4120"]
CACHE = {}


def analyse(key, files):
    if key not in CACHE:
        CACHE[key] = json.loads(tap.hearsay("analyse", "--json", *files).stdout)
    return CACHE[key]


def sample():
    return analyse("sample", SAMPLE)


def five():
    by_hash = {hashlib.sha256(path.read_bytes()).hexdigest()[:12]: path for path in (tap.shared() / "seeds").iterdir()}
    return analyse("five", [by_hash[key] for key in FIVE])


def words(article, span):
    return article["text"][span["start"]:span["end"]]


def entity_at(article, start, end):
    """The entity of the mention that lies at these code points."""
    found = [m["entity"] for m in article["mentions"] if m["start"] < end and start < m["end"] and m["kind"] == "person"]
    assert found, "nobody is named at %d" % start
    return found[0]


def check_references(got):
    """Every id that is used is defined, every span lies in its text and has words."""
    entities = {e["id"] for e in got["entities"]}
    statements, utterances = [], [u["id"] for y in got["stories"] for u in y["utterances"]]
    for article in got["articles"]:
        length = len(article["text"])
        for mention in article["mentions"]:
            assert 0 <= mention["start"] < mention["end"] <= length
            assert mention["entity"] is None or mention["entity"] in entities
            assert words(article, mention) == words(article, mention).strip(), words(article, mention)
        for statement in article["statements"]:
            statements.append(statement["id"])
            assert statement["utterance"] in utterances
            for span in statement["content"]:
                assert 0 <= span["start"] < span["end"] <= length
        for signal in article["signals"]:
            for span in signal["spans"]:
                assert 0 <= span["start"] < span["end"] <= length
    assert len(statements) == len(set(statements)) and len(utterances) == len(set(utterances))
    listed = sorted(s for y in got["stories"] for u in y["utterances"] for s in u["statements"])
    assert listed == sorted(statements), "every statement is in exactly one utterance"
    assert sorted(i for y in got["stories"] for i in y["articles"]) == list(range(len(got["articles"])))


def test_sample_keeps_the_contract():
    jsonschema.validate(sample(), SCHEMA)
    check_references(sample())


def test_a_line_is_one_article_with_its_own_entities():
    lines = tap.hearsay("analyse", "--jsonl", *SAMPLE).stdout.splitlines()
    assert len(lines) == len(SAMPLE)
    for line in lines:
        got = json.loads(line)
        jsonschema.validate(got, SCHEMA)
        known = {e["id"] for e in got["entities"]}
        assert all(m["entity"] is None or m["entity"] in known for m in got["mentions"])


def test_same_input_gives_same_output():
    first = tap.hearsay("analyse", "--json", *SAMPLE).stdout
    assert first == tap.hearsay("analyse", "--json", *SAMPLE).stdout


def test_sample_is_one_story_and_a_stranger():
    stories = sorted(tuple(y["articles"]) for y in sample()["stories"])
    assert stories == [(0, 1, 2, 3, 4, 5, 6), (7,)], stories


def test_sample_lawmaker_is_one_man_in_five_articles():
    ids = set()
    for index, name in [(0, "Davit Khoreli"), (1, "Davit Khorely"), (2, "Davyd Horeli"), (3, "Davit Khoreli"),
                        (6, "Davit Khoreli")]:
        article = sample()["articles"][index]
        start = article["text"].index(name)
        ids.add(entity_at(article, start, start + len(name)))
    assert len(ids) == 1, ids


def test_sample_ambassadors_are_two_men():
    one, two = sample()["articles"][4], sample()["articles"][5]
    a, b = one["text"].index("Ilan Brask"), two["text"].index("Ilan Sarovic")
    assert entity_at(one, a, a + 10) != entity_at(two, b, b + 12)


def test_sample_copies_share_the_chronicle_as_origin():
    story = [y for y in sample()["stories"] if len(y["articles"]) > 1][0]
    shared = [set(o["articles"]) for o in story["origins"] if len(o["articles"]) > 1]
    assert any({0, 1, 2, 3} <= articles for articles in shared), shared
    assert not any({4, 5} <= articles for articles in shared), shared


def test_sample_headlines_above_their_bodies_are_marked():
    flagged = [i for i, a in enumerate(sample()["articles"])
               if any(s["code"] == "headline-exceeds-body" for s in a["signals"])]
    assert 1 in flagged and not set(flagged) & {0, 4, 5, 6, 7}, flagged


def test_five_keep_the_contract():
    jsonschema.validate(five(), SCHEMA)
    check_references(five())


def test_five_are_one_story():
    assert [y["articles"] for y in five()["stories"]] == [[0, 1, 2, 3, 4]]
    assert five()["stories"][0]["counts"]["articles"] == 5


def test_first_and_fourth_share_an_origin_and_no_other_pair_does():
    pairs = set()
    for origin in five()["stories"][0]["origins"]:
        for a in origin["articles"]:
            for b in origin["articles"]:
                if a < b:
                    pairs.add((a, b))
    assert pairs == {(0, 3)}, pairs


def test_committee_member_is_one_in_three_articles():
    articles = five()["articles"]
    ids = {entity_at(articles[i], start, end) for i, start, end in [(0, 577, 589), (1, 781, 792), (3, 531, 543)]}
    assert len(ids) == 1, ids


def test_ambassadors_are_two():
    articles = five()["articles"]
    assert entity_at(articles[0], 1508, 1527) != entity_at(articles[4], 551, 568)


def test_boilerplate_of_the_five_is_marked_and_no_story_is():
    lines = {
        0: [],
        1: [(459, 532), (1707, 1786), (3345, 3413), (3756, 4160), (4162, 4209), (4210, 4224)],
        2: [(0, 3), (4, 11), (12, 19), (20, 27), (176, 204), (2953, 2999)],
        3: [(1588, 1666), (2657, 2672), (2674, 2754)],
        4: [(2111, 2136), (2140, 2236), (2239, 2357), (2360, 2460), (2462, 2482)],
    }
    for index, article in enumerate(five()["articles"]):
        marked = [(b["start"], b["end"]) for b in article["blocks"] if b["kind"] == "boilerplate"]
        assert marked == lines[index], (index, marked)


def test_headline_above_its_body_is_the_second_alone():
    flagged = [i for i, a in enumerate(five()["articles"])
               if any(s["code"] == "headline-exceeds-body" for s in a["signals"])]
    assert flagged == [1], flagged


def test_no_utterance_of_the_five_joins_two_speakers():
    speakers = {s["id"]: s["speaker"] and s["speaker"]["entity"] for a in five()["articles"] for s in a["statements"]}
    for utterance in five()["stories"][0]["utterances"]:
        known = {speakers[s] for s in utterance["statements"]} - {None}
        assert len(known) <= 1, utterance


tap.run([value for name, value in list(globals().items()) if name.startswith("test_")])
