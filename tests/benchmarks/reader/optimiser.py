"""The step that both trainings take: AdamW, its rate falling with the time, gradients of bounded length."""

# torch is not among the project's own tools.
# pyright: reportMissingImports=false, reportUnknownMemberType=false

from __future__ import annotations

import time

import numpy as np
import torch
from torch import Tensor, nn

_DECAY, _LONGEST_GRADIENT = 0.01, 1.0
# The mean of the last so many steps tells how it goes.
_TOLD = 100


class Optimiser:
    """Trains for so many minutes, the rate falling to nearly nothing by then.

    Args:
        network: what is trained.
        minutes: from now on.
        rate: the highest.
        warm_up: steps after which it is reached.
    """

    def __init__(self, network: nn.Module, minutes: float, *, rate: float, warm_up: int) -> None:
        self._parameters = [p for p in network.parameters() if p.requires_grad]
        self._adam = torch.optim.AdamW(self._parameters, rate, weight_decay=_DECAY)
        self._rate, self._warm_up = rate, warm_up
        self._minutes, self._began = minutes, time.monotonic()
        self._losses = list[float]()

    @property
    def passed(self) -> float:
        """The share of the time that has passed; beyond 1 when it is over."""
        return (time.monotonic() - self._began) / 60 / self._minutes

    def step(self, loss: Tensor, *, weight: float = 1.0) -> None:
        """Take a step against the gradient of ``weight`` × ``loss``; now and then, print how it goes."""
        step, passed = len(self._losses), self.passed
        for group in self._adam.param_groups:
            group["lr"] = self._rate * min(1, step / self._warm_up) * max(0.02, 1 - passed)
        (loss * weight).backward()
        torch.nn.utils.clip_grad_norm_(self._parameters, _LONGEST_GRADIENT)
        self._adam.step()
        self._adam.zero_grad()
        self._losses.append(loss.item())
        if len(self._losses) % _TOLD == 0:
            print(f"{passed:.0%}, step {step + 1}: loss {np.mean(self._losses[-_TOLD:]):.3f}", flush=True)


class Average:
    """The mean of what parameters were in the last steps, the newest weighing most."""

    def __init__(self, network: nn.Module, share: float) -> None:
        self._parameters = [p for p in network.parameters() if p.requires_grad]
        self._means = [p.detach().clone() for p in self._parameters]
        self._share, self._steps = share, 0

    def add(self) -> None:
        """Add the parameters as they are now."""
        self._steps += 1
        for mean, parameter in zip(self._means, self._parameters, strict=True):
            mean.lerp_(parameter.detach(), max(self._share, 1 / self._steps))

    def take(self) -> None:
        """Put the means in the place of the parameters."""
        with torch.no_grad():
            for parameter, mean in zip(self._parameters, self._means, strict=True):
                parameter.copy_(mean)
