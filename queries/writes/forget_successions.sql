-- forget_successions: empty park_successions, before resolve_successions writes it anew.
delete from park_successions;
