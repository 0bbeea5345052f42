-- forget_spans: empty threshold_spans, before resolve_thresholds writes it anew.
delete from threshold_spans;
