"""ONNX graphs written node by node: what the exporter knows of a layer, in the operators that ONNX Runtime runs fastest.

A graph written by hand loads and runs as it stands. One traced from torch is rewritten by ONNX Runtime every time it is loaded, which takes
longer than all else that loading does, and ends in slower operators: one that adds and normalises at once but a number at a time, and copies
of all queries, keys and values.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

OPSET = 17
_IR_VERSION = 8
_CONTRIB = "com.microsoft"
_CONTRIBUTED = frozenset({"FusedMatMul", "Gelu", "MatMulIntegerToFloat"})
"""Operators of ONNX Runtime's own; all of them are in its plain package for CPUs."""

_LEVELS = 64
"""The largest weight of a column in dynamic int8: 7 bits with sign, for processors without VNNI add two products in 16."""


class Rounded(NamedTuple):
    """A matrix in 8 bits (without sign), its scale and its zero."""

    numbers: str
    scale: str
    zero: str


class Graph:
    """Nodes and weights so far; every method that adds a node returns the name of its output."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []

    def weight(self, numbers: np.ndarray | Tensor) -> str:
        """Numbers that are a part of the graph."""
        array = numbers.detach().numpy() if isinstance(numbers, Tensor) else numbers
        name = f"weight{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, operator: str, *inputs: str, name: str = "", **attributes: object) -> str:
        """A node with one output; ``name`` is that of the output, for those of the graph."""
        return self._node(operator, inputs, [name or f"out{len(self._nodes)}"], attributes)[0]

    def _node(self, operator: str, inputs: tuple[str, ...], outputs: list[str], attributes: dict[str, object]) -> list[str]:
        domain = _CONTRIB if operator in _CONTRIBUTED else ""
        self._nodes.append(helper.make_node(operator, inputs, outputs, name=f"{operator}{len(self._nodes)}", domain=domain, **attributes))
        return outputs

    def rows(self, table: Tensor, rows: str) -> str:
        """Rows of a table that is kept as int8 with a scale for each row: the table itself never becomes float."""
        numbers, scale = rounded(table.detach().numpy(), 127)
        found = self.add("Cast", self.add("Gather", self.weight(numbers), rows), to=TensorProto.FLOAT)
        return self.add("Mul", found, self.add("Gather", self.weight(scale[:, None]), rows))

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        """Layer normalisation over the last axis."""
        return self.add("LayerNormalization", x, self.weight(layer.weight), self.weight(layer.bias), axis=-1, epsilon=layer.eps)

    def round(self, x: str) -> Rounded:
        """``x`` in 8 bits over the range of all its numbers."""
        at = len(self._nodes)
        return Rounded(*self._node("DynamicQuantizeLinear", (x,), [f"out{at}", f"out{at}.scale", f"out{at}.zero"], {}))

    def multiply(self, x: Rounded, weight: Tensor, bias: Tensor | None, name: str = "") -> str:
        """A linear layer over rounded numbers, its weight as coarse (symmetric, with a scale for each output)."""
        numbers, scale = rounded(weight.detach().numpy(), _LEVELS)
        inputs = [x.numbers, self.weight(numbers.T), x.scale, self.weight(scale), x.zero, ""]
        return self.add("MatMulIntegerToFloat", *inputs, *([] if bias is None else [self.weight(bias)]), name=name)

    def float_multiply(self, x: str, weight: Tensor, bias: Tensor | None, name: str = "") -> str:
        """A linear layer in float32."""
        return self._biased(x, self.weight(weight.T), bias, name)

    def widened_multiply(self, x: str, weight: Tensor, bias: Tensor | None, name: str = "") -> str:
        """A linear layer whose weight is kept as int8 and goes back to float32 when the graph is loaded."""
        numbers, scale = rounded(weight.detach().numpy(), 127)
        zero = self.weight(np.zeros(len(scale), np.int8))
        return self._biased(x, self.add("DequantizeLinear", self.weight(numbers.T), self.weight(scale), zero, axis=1), bias, name)

    def _biased(self, x: str, weight: str, bias: Tensor | None, name: str) -> str:
        if bias is None:
            return self.add("MatMul", x, weight, name=name)
        return self.add("Add", self.add("MatMul", x, weight), self.weight(bias), name=name)

    def best(self, scores: str, count: int, name: str) -> str:
        """The columns of the ``count`` highest scores of each row, the highest first."""
        return self._node("TopK", (scores, self.weight(np.array([count]))), [f"{name}.scores", name], {"axis": -1})[1]

    def save(self, path: Path, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> None:
        """Write what there is as an ONNX file."""
        graph = helper.make_graph(self._nodes, path.stem, inputs, outputs, self._weights)
        sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_CONTRIB, 1)]
        model = helper.make_model(graph, opset_imports=sets, ir_version=_IR_VERSION)
        onnx.checker.check_model(model)
        onnx.save(model, path)


def rounded(weight: np.ndarray, levels: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 up to ``levels``, with a scale for each row."""
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / levels
    return np.clip(np.rint(weight / scale[:, None]), -levels, levels).astype(np.int8), scale.astype(np.float32)
