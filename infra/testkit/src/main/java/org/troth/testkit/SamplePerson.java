package org.troth.testkit;

import java.util.List;
import java.util.stream.Stream;

/**
 * An invented person whose every word is found nowhere else.
 *
 * @param name the whole name, as it is written by its bearer
 * @param familyName a part of the name that a search box might be given
 * @param phone an international number from a range kept for fiction, or one that cannot be dialled
 * @param email an address under a name that never resolves
 * @param place where the person may be met
 * @param story a sentence of lived experience
 * @param storyWord a word of the story that occurs nowhere else
 */
public record SamplePerson(
        String name, String familyName, String phone, String email, String place, String story, String storyWord) {

    public SamplePerson {
        if (!name.contains(familyName) || !story.contains(storyWord)) {
            throw new IllegalArgumentException("A sample person's parts occur in their wholes.");
        }
    }

    /** Every word whose appearance outside the sealed record is a leak. */
    public List<String> words() {
        return Stream.of(name, familyName, phone, email, place, storyWord)
                .distinct()
                .toList();
    }
}
