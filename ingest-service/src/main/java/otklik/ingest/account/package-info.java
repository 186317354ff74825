/** The accounts in the networks from which posts come: whose they are, how they prove themselves, which place is their home. */
@NullMarked
package otklik.ingest.account;

import org.jspecify.annotations.NullMarked;
