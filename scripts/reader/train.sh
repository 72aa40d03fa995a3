#!/bin/bash
# Trains the reader: `scripts/reader/train.sh FOLDER VECTORS`. FOLDER takes what is made on the way; its final.msgpack is the
# reader's weights. VECTORS is what `train.py vectors` wrote. ROWS names files of labelled questions to learn from besides,
# LEAVE sets to leave out, both with commas. Python needs torch and numpy; two processors are kept busy for an hour and a half.
set -e
folder=$(realpath -m "$1")
vectors=$(realpath "$2")
cd "$(dirname "$0")/../.."
mkdir -p "$folder"
rm -f "$folder"/*.json "$folder"/*.jsonl "$folder"/*.msgpack
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
trainer="${PYTHON:-python3} scripts/reader/train.py"
examples="npx tsx scripts/reader/examples.ts"
$examples rows "$folder/rows.jsonl"
# Two networks from different beginnings are heard together: for each half of the training that a turn is in, and for all.
# All turns are twice as many: nine passes over them are more than ten over a half.
for part in "without-0 --leave 0 --epochs 10" "without-1 --leave 1 --epochs 10" "all --epochs 9"; do
  read -r name options <<<"$part"
  $trainer words "$folder/rows.jsonl" "$vectors" "$folder/$name-1.json" $options --seed 1 &
  first=$!
  $trainer words "$folder/rows.jsonl" "$vectors" "$folder/$name-2.json" $options --seed 2
  wait $first
done
every() { echo "$folder/$1-1.json,$folder/$1-2.json"; }
$examples candidates "$folder/candidates.jsonl" "$(every without-0)" "$(every without-1)"
$trainer layer "$folder/candidates.jsonl" "$folder/choice.json"
$examples turns "$folder/turns.jsonl" "$folder/candidates.jsonl" "$folder/choice.json"
$trainer layer "$folder/turns.jsonl" "$folder/nothing.json"
$examples join "$folder/final.msgpack" "$(every all)" "$folder/choice.json" "$folder/nothing.json"
