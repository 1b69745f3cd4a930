package org.troth.web;

/** What each status says to a person. */
final class Wording {

    private Wording() {}

    static String title(int status) {
        return switch (status) {
            case 400 -> "Not understood";
            case 401 -> "Please sign in";
            case 403 -> "Not for this account";
            case 404 -> "Not found";
            case 405 -> "Not done this way";
            case 406 -> "Not available in that form";
            case 409 -> "Not possible";
            case 410 -> "Erased";
            case 413 -> "Too large";
            case 415 -> "Not readable in that form";
            case 422 -> "Not the same request";
            case 429 -> "Too often";
            case 503 -> "Not available just now";
            default -> status < 500 ? "Not understood" : "Something went wrong";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request could not be read. Please check it and send it again.";
            case 401 -> "This needs a valid sign-in or token.";
            case 403 -> "Your account does not open this place. Nothing was shown and nothing was changed.";
            case 404 -> "There is nothing here, or nothing for you to see.";
            case 405 -> "This address does not take that kind of request.";
            case 406 -> "This address cannot answer in any of the forms asked for.";
            case 409 -> "A rule does not allow this now. Nothing was changed.";
            case 410 -> "What was here has been erased for good.";
            case 413 -> "The request carries more than is accepted here. Nothing was changed.";
            case 415 -> "This address does not read that kind of content.";
            case 422 -> "This key was used for another request before. Nothing was changed.";
            case 429 -> "Please wait a little before trying again.";
            case 503 ->
                "Troth cannot do this safely at the moment, so it shows and changes nothing. Please try again shortly.";
            default ->
                status < 500
                        ? "The request could not be accepted."
                        : "Nothing was changed as far as we know. The reference helps those who look after this system.";
        };
    }
}
