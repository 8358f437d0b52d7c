"""Counters in Prometheus' text format; with several workers, those of all of them together."""

from __future__ import annotations

import os
from collections import Counter as Tally

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

#: Where the workers keep their counters together; prometheus_client reads it when it is imported.
SHARED = "PROMETHEUS_MULTIPROC_DIR"
MEDIA_TYPE = CONTENT_TYPE_LATEST
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """What the service counts. No label ever holds what a caller sent."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "ancu_requests", "Requests answered", ["route", "method", "status"], registry=self.registry
        )
        self.by_key = Counter("ancu_key_requests", "Requests with a known API key", ["key"], registry=self.registry)
        self.seconds = Histogram(
            "ancu_request_seconds", "Time to answer a request", ["route"], registry=self.registry, buckets=_BUCKETS
        )
        self.decisions = Counter(
            "ancu_decisions", "Decisions issued", ["status", "concluded_by"], registry=self.registry
        )

    def answered(self, route: str, method: str, status: int, seconds: float, key: str | None) -> None:
        """``key``: the name of the caller's API key, if it has one."""
        self.requests.labels(route, method, str(status)).inc()
        if key is not None:
            self.by_key.labels(key).inc()
        self.seconds.labels(route).observe(seconds)

    def decided(self, tally: Tally[tuple[str, str]]) -> None:
        """``tally``: how many decisions by status and the engine that concluded them."""
        for (status, engine), count in tally.items():
            self.decisions.labels(status, engine).inc(count)

    def text(self) -> bytes:
        """All of them, as Prometheus reads them."""
        registry = self.registry
        if os.environ.get(SHARED):
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
