package otklik.ingest.vk.core;

import otklik.ingest.intake.core.OfferedPost;

/** What a callback amounts to. */
public sealed interface Reading {

    /** Somebody wrote something. */
    record Written(OfferedPost post) implements Reading {}

    /** Nothing for us; VK is told {@code ok} so that it does not repeat it. */
    record Ignored(IgnoreReason reason) implements Reading {}
}
