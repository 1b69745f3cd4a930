package org.troth.query.rows;

/** One SQL statement of a projection, and the one table it touches. */
public record Write(String table, String sql) {}
