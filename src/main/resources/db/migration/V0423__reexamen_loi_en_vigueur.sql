-- A review due since 2025 rests on the law of 18 December 2023, not on that of 2009.
update echeances.echeance set reference_legale = 'L. 262-31 CASF, rédaction de la loi n° 2023-1196 du 18 décembre 2023, et D. 262-65-2-1 CASF (décret n° 2024-1244 du 30 décembre 2024) : la situation d''une personne en parcours social est réexaminée au terme de six mois'
where nature = 'REEXAMEN_SOCIAL' and etat in ('OUVERTE', 'SUSPENDUE') and limite_legale >= date '2025-01-01' and reference_legale like 'L. 262-31 CASF (RSA, en vigueur%';
