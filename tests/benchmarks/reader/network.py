"""multilingual-e5-small in torch, with trainable low-rank changes: to read, or to find what answers."""

# torch is not among the project's own tools.
# pyright: reportMissingImports=false, reportUnknownMemberType=false

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from porteparole.embedding.weights import Weights, dequantised

RANK = 24
QUESTION_RANK = 16
# The lowest layers read words; changing them as well costs time and gains nothing measurable.
FROZEN_LAYERS = 2
SCORES = 4
_DROPOUT = 0.1


class Changed(nn.Module):
    """Some matrices of the network set side by side, W + U A in each one's place."""

    def __init__(self, weights: Weights, names: Sequence[str], inputs: int, rank: int) -> None:
        super().__init__()
        matrix = np.concatenate([dequantised(weights.blocks(f"{name}.w", inputs)) for name in names])
        bias = np.concatenate([weights.vector(f"{name}.b") for name in names])
        self.names, self.rank = names, rank
        self.register_buffer("matrix", torch.tensor(matrix).to(torch.float32 if rank else torch.bfloat16))
        self.register_buffer("bias", torch.tensor(bias).bfloat16())
        if rank:
            self.a = nn.Parameter(torch.randn(rank, inputs) / math.sqrt(inputs))
            self.u = nn.Parameter(torch.zeros(len(matrix), rank))

    def forward(self, x: Tensor) -> Tensor:
        """Multiply: [batch, tokens, inputs] to [batch, tokens, outputs]."""
        matrix = (self.matrix + self.u @ self.a).bfloat16() if self.rank else self.matrix
        return functional.linear(x, matrix, self.bias)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the changes as :class:`porteparole.embedding.changes.LowRankChanges` wants them."""
        if not self.rank:
            return {}
        parts = np.split(self.u.detach().numpy(), len(self.names))
        return {
            key: value
            for name, part in zip(self.names, parts, strict=True)
            for key, value in ((f"{name}.a", self.a.detach().numpy()), (f"{name}.u", part))
        }


class Norm(nn.Module):
    """A layer norm as the weights file has it."""

    def __init__(self, weights: Weights, name: str) -> None:
        super().__init__()
        self.epsilon = weights.shape.epsilon
        self.register_buffer("weight", torch.tensor(weights.vector(f"{name}.w").copy()))
        self.register_buffer("bias", torch.tensor(weights.vector(f"{name}.b").copy()))

    def forward(self, x: Tensor) -> Tensor:
        """Norm the last axis."""
        return functional.layer_norm(
            x.float(), self.weight.shape, self.weight, self.bias, self.epsilon
        ).bfloat16()


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, weights: Weights, layer: str, rank: int) -> None:
        super().__init__()
        shape = weights.shape
        self.heads = shape.heads
        self.qkv = Changed(weights, [f"{layer}.{part}" for part in "qkv"], shape.hidden, rank)
        self.out = Changed(weights, [f"{layer}.ao"], shape.hidden, rank)
        self.wide = Changed(weights, [f"{layer}.fi"], shape.hidden, rank)
        self.narrow = Changed(weights, [f"{layer}.fo"], shape.feed_forward, rank)
        self.first, self.second = Norm(weights, f"{layer}.aln"), Norm(weights, f"{layer}.oln")

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """[batch, tokens, hidden] to the same; ``mask`` [batch, 1, 1, tokens] is True where there is text."""
        batch, tokens, hidden = x.shape
        parts = self.qkv(x).view(batch, tokens, 3, self.heads, hidden // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.first(x + self.out(attended.transpose(1, 2).reshape(batch, tokens, hidden)))
        return self.second(x + self.narrow(functional.gelu(self.wide(x))))


class Body(nn.Module):
    """The network without a head.

    Args:
        weights: of multilingual-e5-small.
        rank: of the changes.
        frozen: how many of the lowest layers stay as they are.
    """

    def __init__(self, weights: Weights, rank: int, frozen: int) -> None:
        super().__init__()
        shape = weights.shape
        self.frozen = frozen
        self.words = weights.blocks("emb.word", shape.hidden)
        types = weights.vector("emb.type").reshape(-1, shape.hidden)[0]
        self.positions = torch.tensor(weights.vector("emb.pos").reshape(-1, shape.hidden) + types)
        self.norm = Norm(weights, "emb.ln")
        self.layers = nn.ModuleList(
            Layer(weights, f"l{i}", 0 if i < frozen else rank) for i in range(shape.layers)
        )

    def hidden(self, ids: np.ndarray, mask: Tensor | None = None) -> Tensor:
        """Return what the last layer makes of token ids [batch, tokens]: [batch, tokens, hidden]."""
        with torch.no_grad():
            x = self.norm(self._embedded(ids).bfloat16())
            for layer in self.layers[: self.frozen]:
                x = layer(x, mask)
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask)
        return x.float()

    def arrays(self) -> dict[str, np.ndarray]:
        """Return what :class:`porteparole.embedding.changes.LowRankChanges` wants, in float16."""
        found = dict[str, np.ndarray]()
        for module in self.modules():
            if isinstance(module, Changed):
                found |= module.arrays()
        return {name: array.astype(np.float16) for name, array in found.items()}

    def write(self, package: str, file: str) -> None:
        """Put the changes in the place of those that come with a package of ours, and print their size."""
        path = Path(str(files(package).joinpath(file)))
        arrays: dict[str, Any] = self.arrays()
        np.savez_compressed(path, **arrays)
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")

    def _embedded(self, ids: np.ndarray) -> Tensor:
        known, place = np.unique(ids, return_inverse=True)
        words = torch.from_numpy(dequantised(self.words[known]))
        return words[torch.from_numpy(place.reshape(ids.shape))] + self.positions[: ids.shape[1]]


class ReaderNetwork(Body):
    """Token ids of texts of one length to their scores."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights, RANK, FROZEN_LAYERS)
        self.head = nn.Linear(weights.shape.hidden, SCORES)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, ids: np.ndarray) -> Tensor:
        """[batch, tokens] ids to [batch, tokens, 4] scores: beginning, end, answers, holds."""
        return self.head(self.dropout(self.hidden(ids)))

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the changes and the head."""
        head = {"head.w": self.head.weight.detach().numpy().T, "head.b": self.head.bias.detach().numpy()}
        return {**super().arrays(), **{name: array.astype(np.float16) for name, array in head.items()}}


class QuestionNetwork(Body):
    """Token ids of questions to vectors of length 1, to be compared with those of passages."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights, QUESTION_RANK, 0)

    def forward(self, ids: np.ndarray, lengths: Sequence[int]) -> Tensor:
        """[batch, tokens] ids, of which so many are text, to [batch, hidden]."""
        mask = torch.arange(ids.shape[1])[None] < torch.tensor(lengths)[:, None]
        weight = mask[..., None].float()
        mean = (self.hidden(ids, mask[:, None, None, :]) * weight).sum(1) / weight.sum(1)
        return functional.normalize(mean, dim=-1)
