#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# entities.sh: entity spans against two annotated corpora and a set of our own
#
# The shipped model has read re3d; what it makes of a publisher it never saw is
# told by models trained without that publisher, kept in the build folder until
# program or lists change.
set -eu
score() {
  echo "$1:"
  /usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/analysis-entities.py" "$2" "$3" "$4"
}
shipped="$HEARSAY_BUILD/app/shell/hearsay analyse"
score "own set" "$shipped" own "$HEARSAY_SOURCE/tests/data/entities"
data=${HEARSAY_SHARED:-$HEARSAY_SOURCE/../shared}/data
[ -d "$data" ] || { echo "there is no folder of shared test data"; exit 0; }
score "gmb, development part" "$shipped" gmb "$data/entities/gmb/dev.tsv"

ninja -C "$HEARSAY_BUILD" app/train/hs-train tests/bench/tagger-mentions >/dev/null
folds=$HEARSAY_BUILD/tests/bench/folds
mkdir -p "$folds"
for publisher in "$data"/re3d/*/; do
  name=$(basename "$publisher")
  model=$folds/$name.bin
  if [ ! "$model" -nt "$HEARSAY_BUILD/app/train/hs-train" ]; then
    "$HEARSAY_BUILD/app/train/hs-train" --data "$data" --lists "$HEARSAY_SOURCE/app/train/lists" --output "$model" \
      --without "re3d/$name" 2>/dev/null
  fi
done
echo "re3d, each publisher by a model that did not read it:"
/usr/bin/python3 "$HEARSAY_SOURCE/tests/bench/analysis-entities.py" \
  "$HEARSAY_BUILD/tests/bench/tagger-mentions --model $folds/PUBLISHER.bin" re3d "$data/re3d"
