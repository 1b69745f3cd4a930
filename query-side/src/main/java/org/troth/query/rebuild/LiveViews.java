package org.troth.query.rebuild;

/** The processor that keeps the views up to date; a rebuild holds it only while the schemas change names. */
public interface LiveViews {

    /** Returns when its last transaction has ended and it writes nothing more. */
    void pause();

    /** Lets it go on from its token. */
    void resume();
}
