/**
 * Regulations as values: profiles, terms, deadlines and their proofs. Nothing here reads a clock or
 * waits for anything; the shipped profiles are read from the class path once.
 */
@NullMarked
package otklik.regulation;

import org.jspecify.annotations.NullMarked;
