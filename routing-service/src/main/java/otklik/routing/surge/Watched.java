package otklik.routing.surge;

import otklik.regulation.SurgeRule;

/** A jurisdiction whose regulation wants surges told, and what one is there. */
record Watched(String jurisdiction, SurgeRule rule) {}
