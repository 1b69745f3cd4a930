package org.troth.web;

/**
 * What a browser is asked.
 *
 * @param challenge what the answer must be about
 * @param asked all of it, as JSON for the browser
 */
public record PasskeyQuestion(String challenge, String asked) {

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
