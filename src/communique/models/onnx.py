"""ONNX models on one core: the same figures on every run, whatever else the process does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray


class Network:
    """A loaded ONNX graph."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # An approximation of GELU by tanh: quicker, and its figures differ in the fourth place.
        options.add_session_config_entry("optimization.enable_gelu_approximation", "1")
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(self, **inputs: NDArray[np.int64]) -> list[NDArray[np.float32]]:
        """The graph's outputs, in their order."""
        outputs: list[NDArray[np.float32]] = self._session.run(None, inputs)
        return outputs
