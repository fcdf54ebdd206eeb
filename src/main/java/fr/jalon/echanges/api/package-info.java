/**
 * The API of the partners, {@code /api/v1}: what an application may read and write of the persons of its perimeter. Its answers are the rules of
 * the rooms below, asked through their doors; row-level security decides whom it sees. Its JSON is a contract: a key is added, never changed.
 */
package fr.jalon.echanges.api;
