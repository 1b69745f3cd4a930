package org.troth.testkit;

/**
 * A word that lies where it should not.
 *
 * @param word the word looked for
 * @param encoding the disguise it was found in
 * @param place the file, table column or text, and the first byte
 */
public record Finding(String word, String encoding, String place) {}
