package org.troth.ledger;

/** Says which tag a header must carry for a type; stands for K_type without handing it out. */
@FunctionalInterface
public interface TypeTags {

    /** The 16 bytes for this name and revision, see {@link KeyedMarks#typeTag}. */
    byte[] of(String type, int revision);
}
