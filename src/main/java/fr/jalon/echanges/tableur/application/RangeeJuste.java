package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.tableur.domaine.PersonneLue;

/** A row that can be read whole. */
record RangeeJuste(int rang, PersonneLue personne) {}
