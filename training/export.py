"""The trained network as two ONNX graphs: ``annotate`` reads one window, ``relate`` names the arcs chosen.

The vocabulary is always int8 with a scale for each row. The linear layers are float32, weight-only int8 (a scale for each output column, back
to float32 when the graph is loaded) or dynamic int8 (activations too, with one scale for the whole input). Dynamic int8 would give a text
other numbers beside other texts if windows were padded into batches; each window runs alone, so that it does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
import onnx
import torch
from network import INNER, Network, Outputs
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

Rounding = Literal["float32", "weights", "dynamic", "mixed"]
"""How linear layers are kept. Dynamic leaves the heads weight-only; mixed also the layers whose input has passed the GELU and reaches far."""

OPSET = 17
_SMALLEST = 4096
"""Weights of fewer numbers stay float32."""

TREES_TRIED = 3
"""Edit trees given for each word, the likeliest first, for not every tree fits every word."""


class Annotate(nn.Module):
    """One window without padding; labels are chosen here, so that little crosses the border."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        out: Outputs = self.network(pieces[None], cases[None], first[None])
        opens = out.opens[0].log_softmax(-1)
        return (
            out.upos[0].argmax(-1),
            out.xpos[0].argmax(-1),
            out.feats[0].argmax(-1),
            out.lemma[0].topk(TREES_TRIED, -1).indices,
            out.name[0].log_softmax(-1),
            opens[:, 1] - opens[:, 0],
            out.arcs[0],
            out.dependent[0],
            out.governor[0],
            out.meaning[0],
        )


class Relate(nn.Module):
    """The relation of each word to the column it hangs from."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.relation = network.relation

    def forward(self, dependent: Tensor, governor: Tensor, heads: Tensor) -> Tensor:
        return self.relation(nn.functional.relu(dependent + governor[heads])).argmax(-1)


OUTPUTS = ("upos", "xpos", "feats", "lemma", "name", "opens", "arcs", "dependent", "governor", "meaning")


def export(network: Network, folder: Path, rounding: Rounding) -> None:
    """Write ``annotate.onnx`` and ``relate.onnx`` into ``folder``."""
    network = network.float().cpu().eval()
    folder.mkdir(parents=True, exist_ok=True)
    length, words = 9, 5
    pieces = torch.arange(1000, 1000 + length)
    torch.onnx.export(
        Annotate(network),
        (pieces, torch.ones(length, dtype=torch.long), torch.tensor([0, 1, 3, 4, 5, 6])),
        folder / "annotate.onnx",
        input_names=["pieces", "cases", "first"],
        output_names=list(OUTPUTS),
        dynamic_axes={"pieces": {0: "pieces"}, "cases": {0: "pieces"}, "first": {0: "columns"}, **{name: {0: "words"} for name in OUTPUTS}},
        opset_version=OPSET,
        dynamo=False,
    )
    torch.onnx.export(
        Relate(network),
        (torch.zeros(words, 256), torch.zeros(words + 1, 256), torch.ones(words, dtype=torch.long)),
        folder / "relate.onnx",
        input_names=["dependent", "governor", "heads"],
        output_names=["relation"],
        dynamic_axes={"dependent": {0: "words"}, "governor": {0: "columns"}, "heads": {0: "words"}, "relation": {0: "words"}},
        opset_version=OPSET,
        dynamo=False,
    )
    for name in ("annotate.onnx", "relate.onnx"):
        model = onnx.load(folder / name)
        if rounding in ("dynamic", "mixed"):
            model = _dynamic(model, folder / name, _heads(model) + ([] if rounding == "dynamic" else _after_gelu(model)))
        _quantise(model, {"Gather"} if rounding == "float32" else {"Gather", "MatMul", "Gemm"})
        onnx.checker.check_model(model)
        onnx.save(model, folder / name)


def _dynamic(model: onnx.ModelProto, path: Path, leave: list[str]) -> onnx.ModelProto:
    """Linear layers by ONNX Runtime's own tool; 7 bits, for processors without VNNI add two products in 16."""
    onnx.save(model, path)
    quantize_dynamic(
        path,
        path,
        op_types_to_quantize=["MatMul", "Gemm"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=leave,
    )
    return onnx.load(path)


def _heads(model: onnx.ModelProto) -> list[str]:
    """Names of the linear layers behind the encoder."""
    return [node.name for node in model.graph.node if node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name]


def _after_gelu(model: onnx.ModelProto) -> list[str]:
    """Names of the linear layers that narrow the inner width."""
    sizes = {tensor.name: tuple(tensor.dims) for tensor in model.graph.initializer}
    return [node.name for node in model.graph.node if node.op_type == "MatMul" and sizes.get(node.input[1], (0,))[0] == INNER]


def _quantise(model: onnx.ModelProto, kinds: set[str]) -> None:
    """Replace each large weight of the nodes of these kinds by int8 rows and float scales."""
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes = []
    for node in graph.node:
        at = 0 if node.op_type == "Gather" else 1
        tensor = weights.get(node.input[at]) if node.op_type in kinds else None
        if tensor is None or tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < _SMALLEST:
            nodes.append(node)
            continue
        nodes += _gathered(graph, node, tensor) if node.op_type == "Gather" else _multiplied(graph, node, tensor)
        graph.initializer.remove(tensor)
    del graph.node[:]
    graph.node.extend(nodes)


def _rounded(weight: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with a scale for each entry along ``axis``."""
    others = tuple(i for i in range(weight.ndim) if i != axis)
    scale = np.maximum(np.abs(weight).max(axis=others), 1e-12) / 127
    shape = [1] * weight.ndim
    shape[axis] = -1
    return np.clip(np.rint(weight / scale.reshape(shape)), -127, 127).astype(np.int8), scale.astype(np.float32)


def _gathered(graph: onnx.GraphProto, node: onnx.NodeProto, tensor: onnx.TensorProto) -> list[onnx.NodeProto]:
    """Rows are looked up as int8 and scaled one by one: the table itself never becomes float."""
    rows, scale = _rounded(numpy_helper.to_array(tensor), 0)
    name = tensor.name
    graph.initializer.append(numpy_helper.from_array(rows, f"{name}.int8"))
    graph.initializer.append(numpy_helper.from_array(scale[:, None], f"{name}.scale"))
    return [
        helper.make_node("Gather", [f"{name}.int8", node.input[1]], [f"{node.output[0]}.int8"]),
        helper.make_node("Gather", [f"{name}.scale", node.input[1]], [f"{node.output[0]}.scale"]),
        helper.make_node("Cast", [f"{node.output[0]}.int8"], [f"{node.output[0]}.float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{node.output[0]}.float", f"{node.output[0]}.scale"], [node.output[0]]),
    ]


def _multiplied(graph: onnx.GraphProto, node: onnx.NodeProto, tensor: onnx.TensorProto) -> list[onnx.NodeProto]:
    """The weight of a linear layer, back to float32 once, when the graph is loaded."""
    transposed = any(attribute.name == "transB" and attribute.i for attribute in node.attribute)
    axis = 0 if transposed else 1
    rows, scale = _rounded(numpy_helper.to_array(tensor), axis)
    name = tensor.name
    graph.initializer.append(numpy_helper.from_array(rows, f"{name}.int8"))
    graph.initializer.append(numpy_helper.from_array(scale, f"{name}.scale"))
    graph.initializer.append(numpy_helper.from_array(np.zeros(len(scale), np.int8), f"{name}.zero"))
    back = helper.make_node("DequantizeLinear", [f"{name}.int8", f"{name}.scale", f"{name}.zero"], [f"{name}.float"], axis=axis)
    node.input[1] = f"{name}.float"
    return [back, node]
