#!/bin/bash
# Trains the reader: `scripts/reader/train.sh FOLDER VECTORS`. FOLDER takes what is made on the way; its final.json is the
# reader's weights. VECTORS is what `train.py vectors` wrote. ROWS names files of labelled questions to learn from besides,
# LEAVE sets to leave out, both with commas. Python needs torch, and numpy with a fast BLAS.
set -e
folder=$(realpath -m "$1")
vectors=$(realpath "$2")
cd "$(dirname "$0")/../.."
mkdir -p "$folder"
rm -f "$folder"/*.json "$folder"/*.jsonl
export OPENBLAS_NUM_THREADS=1
trainer="${PYTHON:-python3} scripts/reader/train.py"
npx tsx scripts/reader/examples.ts rows "$folder/rows.jsonl"
$trainer words "$folder/rows.jsonl" "$vectors" "$folder/without-0.json" --leave 0 &
first=$!
$trainer words "$folder/rows.jsonl" "$vectors" "$folder/without-1.json" --leave 1
wait $first
$trainer words "$folder/rows.jsonl" "$vectors" "$folder/all.json" &
all=$!
npx tsx scripts/reader/examples.ts choice "$folder/choice.jsonl" "$folder/without-0.json" "$folder/without-1.json"
$trainer choice "$folder/choice.jsonl" "$folder/choice.json"
wait $all
npx tsx scripts/reader/examples.ts join "$folder/final.json" "$folder/all.json" "$folder/choice.json"
