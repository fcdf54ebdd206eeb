package fr.jalon.allocataires.enregistrement;

/**
 * To whom a fact belongs and who may see it.
 *
 * @param personneId    0 for a fact of the foyer
 * @param origineId     the person as matched, before any merge (0 for a fact of the foyer)
 * @param territoireId  present territory or null
 * @param organisations organisations that follow the person, or null
 */
record Rattachement(long foyerId, long personneId, long origineId, Integer territoireId, Integer[] organisations) {}
