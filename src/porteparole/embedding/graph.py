"""The network of multilingual-e5-small (a BERT of 12 layers) as an ONNX model, built from the weights file.

From the sum of word, position and type embeddings, [1, tokens, 384], to the mean over the tokens of the last
layer's output, [1, 384]; or, with other matrices and a head on top, to that head's scores of each token. ONNX
Runtime's own fused operators (domain ``com.microsoft``) do the work.

Precision:

``exact``
    every matrix keeps the file's codes and scales (``MatMulNBits``): nothing is lost but rounding in float32
    and of activations to 8 bits a block, which the package's own engine does as well.
``int8``
    faster by three quarters: matrices are rounded again, to 8 bits with one scale an output, and activations
    to 8 bits with one scale a text (``DynamicQuantizeMatMul``). One scale for all would leave too few steps
    to what is always small. So the widest products are made in parts with scales of their own, and each input
    is first divided by the range to be expected of it, the matrix multiplied by it (G. Xiao et al.,
    "SmoothQuant", 2023). Ranges are not measured on texts but follow from the weights: what comes out of a
    norm has the mean and deviation that its parameters say, what comes out of a matrix after it the sums of
    those. Mean cosine to the exact vectors: .9989; without parts .9985, without ranges either .9966.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

from porteparole.embedding.weights import Bytes, Floats, Weights, dequantised, scales_and_codes

if TYPE_CHECKING:
    from onnx import NodeProto, TensorProto

Precision = Literal["int8", "exact"]

# Raised whenever the same text may get another vector: an index made before has to be made again.
GRAPH_VERSION = 3

_FUSED = "com.microsoft"
_OPSET = 17
_IR = 8
# On processors without VNNI, ONNX Runtime adds two products of 8-bit numbers into 16 bits, which can
# overflow with weights of 8 bits, not with 7: so the largest weight is 63, on every processor alike.
_LARGEST_WEIGHT = 63
# MatMulNBits: compute with activations of 8 bits.
_INT8_ACTIVATIONS = 4
# Inputs of a product with one scale: the hidden size, so that only the second matrix after GELU has parts.
_PART = 384
# How many deviations from its mean an activation is expected to go; and the least that GELU returns is -0.17.
_DEVIATIONS = 4
_GELU_LEAST = 0.17


class Changes(Protocol):
    """What turns the network into one for another task."""

    def matrix(self, name: str) -> Floats | None:
        """Return what is added to the matrix ``name``, [outputs, inputs]; None where it stays as it is."""
        ...

    @property
    def head(self) -> tuple[Floats, Floats] | None:
        """The last layer: its matrix [hidden, scores] and bias [scores]; None: there is none."""
        ...


def build(weights: Weights, precision: Precision, changes: Changes | None = None) -> bytes:
    """Return the ONNX model.

    Its input is ``embeddings`` [1, tokens, hidden]; its output ``mean`` [1, hidden], or, with ``changes``
    that have a head, ``scores`` [1, tokens, scores]. Changes need ``int8``: the file's codes fit no
    other matrix.
    """
    return _Builder(weights, precision, changes).model()


class _Builder:
    def __init__(self, weights: Weights, precision: Precision, changes: Changes | None) -> None:
        self._weights = weights
        self._changes = changes
        self._exact = precision == "exact"
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def model(self) -> bytes:
        from onnx import TensorProto, helper

        shape = self._weights.shape
        x = self._norm("embeddings")
        norm = "emb.ln"
        for layer in range(shape.layers):
            x = self._attention(x, f"l{layer}", norm)
            x = self._feed_forward(x, f"l{layer}")
            norm = f"l{layer}.oln"
        output, sizes = self._output(x)
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, [1, "tokens", shape.hidden])],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, sizes)],
            self._constants,
        )
        domains = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=domains, ir_version=_IR).SerializeToString()

    def _output(self, x: str) -> tuple[str, list[int | str]]:
        head = self._changes.head if self._changes else None
        if head is None:
            self._op("ReduceMean", [x], ["mean"], axes=[1], keepdims=0)
            return "mean", [1, self._weights.shape.hidden]
        matrix, bias = head
        product = self._op("MatMul", [x, self._constant(matrix)])
        self._op("Add", [product, self._constant(bias)], ["scores"])
        return "scores", [1, "tokens", len(bias)]

    def _norm(self, x: str) -> str:
        inputs = [x, self._vector("emb.ln.w"), self._vector("emb.ln.b")]
        return self._op("LayerNormalization", inputs, axis=-1, epsilon=self._weights.shape.epsilon)

    def _attention(self, x: str, layer: str, norm: str) -> str:
        """Self-attention: one matrix product for query, key and value, then add to the input and norm."""
        hidden = self._weights.shape.hidden
        names = [f"{layer}.{part}" for part in "qkv"]
        mean, deviation = self._after_norm(norm)
        product = self._linear(x, hidden, names, abs(mean) + _DEVIATIONS * deviation)
        thirds = self._constant(np.full(3, hidden, np.int64))
        self._op("Split", [product, thirds], names, axis=-1)
        inputs = [*names, self._vector(*(f"{name}.b" for name in names))]
        attended = self._op("MultiHeadAttention", inputs, domain=_FUSED, num_heads=self._weights.shape.heads)
        # Attention takes weighted means of the values, which stay within the range of the values.
        mean, deviation = self._after_matrix(norm, f"{layer}.v")
        out = self._linear(attended, hidden, [f"{layer}.ao"], abs(mean) + _DEVIATIONS * deviation)
        return self._add_and_norm(x, out, layer, "ao", "aln")

    def _feed_forward(self, x: str, layer: str) -> str:
        shape = self._weights.shape
        mean, deviation = self._after_norm(f"{layer}.aln")
        wide = self._linear(x, shape.hidden, [f"{layer}.fi"], abs(mean) + _DEVIATIONS * deviation)
        wide = self._op("BiasGelu", [wide, self._vector(f"{layer}.fi.b")], domain=_FUSED)
        mean, deviation = self._after_matrix(f"{layer}.aln", f"{layer}.fi")
        # GELU leaves large numbers as they are.
        ranges = np.maximum(mean + _DEVIATIONS * deviation, _GELU_LEAST)
        narrow = self._linear(wide, shape.feed_forward, [f"{layer}.fo"], ranges)
        return self._add_and_norm(x, narrow, layer, "fo", "oln")

    def _after_norm(self, norm: str) -> tuple[Floats, Floats]:
        """Return mean and deviation of each output of a norm: its bias, and its weight."""
        return self._weights.vector(f"{norm}.b"), np.abs(self._weights.vector(f"{norm}.w"))

    def _after_matrix(self, norm: str, name: str) -> tuple[Floats, Floats]:
        """Return mean and deviation of each output of a matrix after a norm (independent inputs assumed)."""
        mean, deviation = self._after_norm(norm)
        matrix = self._matrix(name, len(mean))
        means = matrix @ mean + self._weights.vector(f"{name}.b")
        return means, np.linalg.norm(matrix * deviation, axis=1)

    def _add_and_norm(self, x: str, y: str, layer: str, bias: str, norm: str) -> str:
        names = [f"{layer}.{norm}.w", f"{layer}.{norm}.b", f"{layer}.{bias}.b"]
        inputs = [x, y, *map(self._vector, names)]
        return self._op("SkipLayerNormalization", inputs, domain=_FUSED, epsilon=self._weights.shape.epsilon)

    def _linear(self, x: str, inputs: int, names: Sequence[str], ranges: Floats) -> str:
        """Multiply by the matrices ``names``, set side by side; the operator that follows adds the biases.

        Args:
            x: what to multiply.
            inputs: its size.
            names: the matrices.
            ranges: how large each input is expected to be.
        """
        if self._exact:
            blocks = [self._weights.blocks(f"{name}.w", inputs) for name in names]
            return self._exact_product(x, np.concatenate(blocks))
        return self._int8_product(x, np.concatenate([self._matrix(name, inputs) for name in names]), ranges)

    def _matrix(self, name: str, inputs: int) -> Floats:
        matrix = dequantised(self._weights.blocks(f"{name}.w", inputs))
        change = self._changes.matrix(name) if self._changes else None
        return matrix if change is None else matrix + change

    def _exact_product(self, x: str, blocks: Bytes) -> str:
        outputs, count, _ = blocks.shape
        scales, codes = scales_and_codes(blocks)
        # The operator wants neighbours in one byte, the file keeps weights j and j + 16 together.
        packed = codes[..., ::2] | codes[..., 1::2] << np.uint8(4)
        block = codes.shape[-1]
        return self._op(
            "MatMulNBits",
            [x, self._constant(packed), self._constant(scales.reshape(-1))],
            domain=_FUSED,
            K=count * block,
            N=outputs,
            bits=4,
            block_size=block,
            accuracy_level=_INT8_ACTIVATIONS,
        )

    def _int8_product(self, x: str, matrix: Floats, ranges: Floats) -> str:
        """Multiply in parts of ``_PART`` inputs, each with scales of its own, and add them up."""
        even = self._op("Mul", [x, self._constant(1 / ranges)])
        parts = np.split(matrix * ranges, matrix.shape[1] // _PART, axis=1)
        if len(parts) == 1:
            return self._int8_part(even, parts[0])
        names = [f"{even}.{number}" for number in range(len(parts))]
        self._op("Split", [even, self._constant(np.full(len(parts), _PART, np.int64))], names, axis=-1)
        return self._op("Sum", [self._int8_part(*pair) for pair in zip(names, parts, strict=True)])

    def _int8_part(self, x: str, matrix: Floats) -> str:
        scales = np.abs(matrix).max(axis=1) / _LARGEST_WEIGHT
        rounded = np.rint(matrix / scales[:, None]).astype(np.int8)
        inputs = [rounded.T, scales, np.zeros(len(scales), np.int8)]
        return self._op("DynamicQuantizeMatMul", [x, *map(self._constant, inputs)], domain=_FUSED)

    def _vector(self, *names: str) -> str:
        return self._constant(np.concatenate([self._weights.vector(name) for name in names]))

    def _constant(self, values: npt.NDArray[Any]) -> str:
        from onnx import numpy_helper

        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _op(
        self,
        kind: str,
        inputs: Sequence[str],
        outputs: Sequence[str] | None = None,
        domain: str = "",
        **attributes: Any,
    ) -> str:
        """Add an operator; return the name of its (first) output."""
        from onnx import helper

        outputs = outputs or [f"{kind}.{len(self._nodes)}"]
        self._nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **attributes))
        return outputs[0]
