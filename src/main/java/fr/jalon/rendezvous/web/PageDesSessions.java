package fr.jalon.rendezvous.web;

import fr.jalon.ecran.Pagination;
import fr.jalon.rendezvous.lecture.FiltresDeSessions;
import fr.jalon.rendezvous.lecture.FiltresDeSessions.Quand;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import fr.jalon.rendezvous.lecture.PlacesDesTerritoires.Manque;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The list of sessions. @param manques territories short of places */
public record PageDesSessions(FiltresDeSessions filtres, List<LigneDeSession> lignes, Map<Quand, Long> comptes, Pagination pages, List<Territoire> territoires,
    LocalDate aujourdhui, List<Manque> manques) {}
