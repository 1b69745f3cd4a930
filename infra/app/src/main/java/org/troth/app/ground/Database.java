package org.troth.app.ground;

import org.troth.postgres.Login;

/**
 * Where the records are.
 *
 * @param url the JDBC address, without user and password
 * @param owner the role that owns the schemas and migrates them
 * @param application the role that the running product uses
 */
public record Database(String url, Login owner, Login application) {}
