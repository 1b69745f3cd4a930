package org.troth.store.axon;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * The transaction manager of the command bus: the record is appended to in a transaction of its own before a command
 * ends, so a transaction around the command would hold nothing but a connection.
 */
enum OpensNothing implements TransactionManager {
    INSTANCE;

    private static final Transaction NOTHING = new Transaction() {
        @Override
        public void commit() {
            // nothing was opened
        }

        @Override
        public void rollback() {
            // nothing was opened
        }
    };

    @Override
    public Transaction startTransaction() {
        return NOTHING;
    }
}
