package org.troth.store.codec;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the JSON of one fact from one revision to the next; facts already stored are never touched.
 *
 * @param name the lasting name of the fact
 * @param from the revision it takes; what it answers is of the next
 * @param change sees the payload after its seal was found whole
 */
public record Upcaster(String name, int from, UnaryOperator<ObjectNode> change) {}
