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

RANK = 64
QUESTION_RANK = 16
SCORES = 4
_DROPOUT = 0.1
_BEYOND = -1e4


class Changed(nn.Module):
    """Some matrices of the network set side by side, W + U A in each one's place."""

    def __init__(self, weights: Weights, names: Sequence[str], inputs: int, rank: int) -> None:
        super().__init__()
        matrix = np.concatenate([dequantised(weights.blocks(f"{name}.w", inputs)) for name in names])
        bias = np.concatenate([weights.vector(f"{name}.b") for name in names])
        self.names = names
        self.register_buffer("matrix", torch.tensor(matrix))
        self.register_buffer("bias", torch.tensor(bias).bfloat16())
        self.a = nn.Parameter(torch.randn(rank, inputs) / math.sqrt(inputs))
        self.u = nn.Parameter(torch.zeros(len(matrix), rank))

    def forward(self, x: Tensor) -> Tensor:
        """Multiply: [batch, tokens, inputs] to [batch, tokens, outputs]."""
        return functional.linear(x, (self.matrix + self.u @ self.a).bfloat16(), self.bias)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the changes as :class:`porteparole.embedding.changes.LowRankChanges` wants them."""
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
        self.register_buffer("weight", torch.tensor(weights.vector(f"{name}.w").copy()).bfloat16())
        self.register_buffer("bias", torch.tensor(weights.vector(f"{name}.b").copy()).bfloat16())

    def forward(self, x: Tensor) -> Tensor:
        """Norm the last axis."""
        return functional.layer_norm(x, self.weight.shape, self.weight, self.bias, self.epsilon)


class Attention(torch.autograd.Function):
    """softmax(Q Kᵀ + M) V and its gradient, of [heads of the batch, tokens, size].

    What torch has for it takes three times as long on a processor with bfloat16.
    """

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        """Return what is attended to; ``query`` is scaled already, ``mask`` is added to the scores."""
        scores = torch.bmm(query, key.transpose(1, 2))
        shares = torch.softmax(scores if mask is None else scores + mask, -1)
        ctx.save_for_backward(query, key, value, shares)
        return torch.bmm(shares, value)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        """Return the gradients of query, key and value."""
        query, key, value, shares = ctx.saved_tensors
        of_shares = torch.bmm(gradients[0], value.transpose(1, 2))
        of_scores = torch.ops.aten._softmax_backward_data(of_shares, shares, -1, shares.dtype)
        of_value = torch.bmm(shares.transpose(1, 2), gradients[0])
        return torch.bmm(of_scores, key), torch.bmm(of_scores.transpose(1, 2), query), of_value, None


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
        """[batch, tokens, hidden] to the same; ``mask`` [batch × heads, 1, tokens] lies far below 0 beyond
        the text."""
        batch, tokens, hidden = x.shape
        size = hidden // self.heads
        parts = self.qkv(x).view(batch, tokens, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        query, key, value = parts.reshape(3, batch * self.heads, tokens, size)
        attended: Tensor = Attention.apply(query / math.sqrt(size), key, value, mask)  # pyright: ignore[reportAssignmentType]
        attended = attended.view(batch, self.heads, tokens, size).transpose(1, 2)
        x = self.first(x + self.out(attended.reshape(batch, tokens, hidden)))
        return self.second(x + self.narrow(functional.gelu(self.wide(x))))


class Body(nn.Module):
    """The network without a head.

    Args:
        weights: of multilingual-e5-small.
        rank: of the changes.
    """

    def __init__(self, weights: Weights, rank: int) -> None:
        super().__init__()
        shape = weights.shape
        self.heads = shape.heads
        self.words = weights.blocks("emb.word", shape.hidden)
        types = weights.vector("emb.type").reshape(-1, shape.hidden)[0]
        self.positions = torch.tensor(weights.vector("emb.pos").reshape(-1, shape.hidden) + types)
        self.norm = Norm(weights, "emb.ln")
        self.layers = nn.ModuleList(Layer(weights, f"l{i}", rank) for i in range(shape.layers))

    def hidden(self, ids: np.ndarray, mask: Tensor | None = None) -> Tensor:
        """Return what the last layer makes of token ids [batch, tokens]: [batch, tokens, hidden]."""
        x = self.norm(self._embedded(ids).bfloat16())
        for layer in self.layers:
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
        super().__init__(weights, RANK)
        self.head = nn.Linear(weights.shape.hidden, SCORES)
        self.dropout = nn.Dropout(_DROPOUT)

    def start_from(self, path: Path) -> None:
        """Begin with the changes and the head of a file that :meth:`write` made, of this rank."""
        with np.load(path) as stored, torch.no_grad():
            arrays = {name: torch.tensor(stored[name].astype(np.float32)) for name in stored.files}
            for module in self.modules():
                if isinstance(module, Changed):
                    module.a.copy_(arrays[f"{module.names[0]}.a"])
                    module.u.copy_(torch.cat([arrays[f"{name}.u"] for name in module.names]))
            self.head.weight.copy_(arrays["head.w"].T)
            self.head.bias.copy_(arrays["head.b"])

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
        super().__init__(weights, QUESTION_RANK)

    def forward(self, ids: np.ndarray, lengths: Sequence[int]) -> Tensor:
        """[batch, tokens] ids, of which so many are text, to [batch, hidden]."""
        inside = torch.arange(ids.shape[1])[None] < torch.tensor(lengths)[:, None]
        beyond = torch.where(inside, 0.0, _BEYOND).bfloat16()[:, None].repeat_interleave(self.heads, 0)
        weight = inside[..., None].float()
        mean = (self.hidden(ids, beyond) * weight).sum(1) / weight.sum(1)
        return functional.normalize(mean, dim=-1)
