package org.troth.web;

/**
 * What a page learns by itself while it is open: one line of JSON, the same for everybody whom the door of its address lets pass.
 * It holds numbers and codes, never a word or an identifier of a person: to hear it is no look at anybody's record.
 */
public interface Announcement {

    /** Where it is listened to, such as {@code /worklist/changes}. */
    String path();

    /** What is so now. Asked about once a second while somebody listens; where it fails it is asked again. */
    String now();
}
