"""The trained network as two ONNX graphs: ``annotate`` reads one window, ``relate`` names the arcs chosen and ranks lemmas.

The vocabulary is always int8 with a scale for each row. The linear layers are float32, weight-only int8 (a scale for each output column, back
to float32 when the graph is loaded) or dynamic int8 (activations too, with one scale for the whole input). Dynamic int8 would give a text
other numbers beside other texts if windows were padded into batches; each window runs alone, so that it does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
from graph import Graph, Rounded
from network import ARC, HEADS, RELATION, WIDTH, Encoder, Layer, Network
from onnx import TensorProto, ValueInfoProto, helper
from torch import Tensor, nn

Rounding = Literal["float32", "weights", "dynamic", "mixed"]
"""How linear layers are kept; mixed is dynamic but weight-only for the layers whose input has passed the GELU and reaches far."""

TREES_TRIED = 3
"""Edit trees given for each word, the likeliest first, for not every tree fits every word."""

_SMALLEST = 4096
"""Weights of fewer numbers stay float32."""

_TO_END = np.iinfo(np.int64).max


class _Multiplier:
    """Linear layers of one graph in the way that ``rounding`` says; an input of several layers is rounded once."""

    def __init__(self, graph: Graph, rounding: Rounding) -> None:
        self._graph = graph
        self._rounding = rounding
        self._rounded: dict[str, Rounded] = {}

    def __call__(self, x: str, weight: Tensor, bias: Tensor | None, name: str = "", *, far: bool = False) -> str:
        """``far``: the numbers of ``x`` reach far."""
        graph = self._graph
        if self._rounding == "float32" or weight.numel() < _SMALLEST:
            return graph.float_multiply(x, weight, bias, name)
        if self._rounding == "weights" or (far and self._rounding == "mixed"):
            return graph.widened_multiply(x, weight, bias, name)
        if x not in self._rounded:
            self._rounded[x] = graph.round(x)
        return graph.multiply(self._rounded[x], weight, bias, name)

    def layer(self, x: str, layer: nn.Linear, name: str = "", *, far: bool = False) -> str:
        """A linear layer of the network."""
        return self(x, layer.weight, layer.bias, name, far=far)

    def words(self, columns: str) -> str:
        """All but the first of ``columns``; what was rounded stays rounded, with the range that the first had its part in."""
        words = _behind_first(self._graph, columns)
        if self._rounding in ("dynamic", "mixed"):
            whole = self._rounded[columns] = self._graph.round(columns)
            self._rounded[words] = whole._replace(numbers=_behind_first(self._graph, whole.numbers))
        return words


def export(network: Network, folder: Path, rounding: Rounding) -> None:
    """Write ``annotate.onnx`` and ``relate.onnx`` into ``folder``."""
    network = network.float().cpu().eval()
    folder.mkdir(parents=True, exist_ok=True)
    _annotate(network, rounding, folder / "annotate.onnx")
    _relate(network, rounding, folder / "relate.onnx")


def _annotate(network: Network, rounding: Rounding, path: Path) -> None:
    """One window without padding; labels are chosen here, so that little crosses the border."""
    graph = Graph()
    linear = _Multiplier(graph, rounding)
    columns = graph.add("Gather", _encoder(graph, network.encoder, linear), "first")
    words = linear.words(columns)
    for label in ("upos", "xpos", "feats"):
        graph.add("ArgMax", linear.layer(words, getattr(network, label)), name=label, axis=-1, keepdims=0)
    linear.layer(words, network.name, "name")
    # The odds are the difference of two scores: of one layer with the difference of their weights.
    weight, bias = network.opens.weight, network.opens.bias
    graph.add("Squeeze", linear(words, weight[1:] - weight[:1], bias[1:] - bias[:1]), graph.weight(np.array([1])), name="opens")
    dependent = graph.add("Relu", linear.layer(words, network.arc_dependent))
    governor = graph.add("Relu", linear.layer(columns, network.arc_governor))
    dependent = graph.float_multiply(dependent, network.arc.weight, network.arc.bias)
    graph.add("FusedMatMul", dependent, governor, name="arcs", transB=1, alpha=ARC**-0.5)
    linear.layer(words, network.dependent, "dependent")
    linear.layer(columns, network.governor, "governor")
    linear.layer(words, network.meaning, "meaning")
    graph.add("Identity", words, name="vectors")
    graph.save(
        path,
        [_rows("pieces", "pieces"), _rows("cases", "pieces"), _rows("first", "columns")],
        [
            *(_rows(label, "words") for label in ("upos", "xpos", "feats")),
            _numbers("name", "words", network.name.out_features),
            _numbers("opens", "words"),
            _numbers("arcs", "words", "columns"),
            _numbers("dependent", "words", RELATION),
            _numbers("governor", "columns", RELATION),
            _numbers("meaning", "words", WIDTH),
            _numbers("vectors", "words", WIDTH),
        ],
    )


def _relate(network: Network, rounding: Rounding, path: Path) -> None:
    """The relation of each word to the column it hangs from; the likeliest edit trees of some words, by their vectors."""
    graph = Graph()
    linear = _Multiplier(graph, "float32" if rounding == "float32" else "weights")
    both = graph.add("Relu", graph.add("Add", "dependent", graph.add("Gather", "governor", "heads")))
    graph.add("ArgMax", linear.layer(both, network.relation), name="relation", axis=-1, keepdims=0)
    graph.best(linear.layer("vectors", network.lemma), TREES_TRIED, name="lemma")
    graph.save(
        path,
        [
            _numbers("dependent", "words", RELATION),
            _numbers("governor", "columns", RELATION),
            _rows("heads", "words"),
            _numbers("vectors", "unknown", WIDTH),
        ],
        [_rows("relation", "words"), _rows("lemma", "unknown", TREES_TRIED)],
    )


def _encoder(graph: Graph, encoder: Encoder, linear: _Multiplier) -> str:
    """A vector for each piece."""
    length = graph.add("Squeeze", graph.add("Shape", "pieces"))
    places = graph.add("Range", graph.weight(np.array(0)), length, graph.weight(np.array(1)))
    x = graph.add("Add", graph.rows(encoder.word.weight, "pieces"), graph.rows(encoder.position.weight, places))
    x = graph.norm(graph.add("Add", x, graph.add("Gather", graph.weight(encoder.case.weight), "cases")), encoder.norm)
    for layer in encoder.layers:
        x = _layer(graph, layer, linear, x)
    return x


def _layer(graph: Graph, layer: Layer, linear: _Multiplier, x: str) -> str:
    # Heads are a stride through the numbers, not a copy of them: "transBatch" exchanges the first two axes.
    by_head, joined = graph.weight(np.array([0, HEADS, WIDTH // HEADS])), graph.weight(np.array([0, WIDTH]))
    parts = zip(layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True)
    q, k, v = (graph.add("Reshape", linear(x, weight, bias), by_head) for weight, bias in parts)
    likeness = graph.add("FusedMatMul", q, k, transBatchA=1, transBatchB=1, transB=1, alpha=(WIDTH // HEADS) ** -0.5)
    mixed = graph.add("FusedMatMul", graph.add("Softmax", likeness, axis=-1), v, transBatchB=1)
    mixed = graph.add("Reshape", graph.add("Transpose", mixed, perm=[1, 0, 2]), joined)
    x = graph.norm(graph.add("Add", x, linear.layer(mixed, layer.out)), layer.norm1)
    inner = graph.add("Gelu", linear.layer(x, layer.up))
    return graph.norm(graph.add("Add", x, linear.layer(inner, layer.down, far=True)), layer.norm2)


def _behind_first(graph: Graph, columns: str) -> str:
    return graph.add("Slice", columns, *(graph.weight(np.array([number])) for number in (1, _TO_END, 0)))


def _rows(name: str, *shape: str | int) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def _numbers(name: str, *shape: str | int) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
