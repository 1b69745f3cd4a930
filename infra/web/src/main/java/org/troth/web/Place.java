package org.troth.web;

/** An entry of the navigation: where one can go, in a word or two. */
public record Place(Words label, String path) {}
