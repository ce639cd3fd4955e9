-- The Union of a province sets its own limits: they stand with the province's other options, and are written
-- from the Union's side of the two trees.

CREATE POLICY limited ON unit_option FOR ALL TO pdv_app
  USING (key = 'union' AND EXISTS (SELECT FROM union_unit y WHERE y.unit_id = unit_option.unit_id AND y.level = 'PROVINCE' AND NOT y.closed
    AND y.lo >= current_setting('app.wlo')::bigint AND y.lo <= current_setting('app.whi')::bigint) AND (SELECT sec.ctx_ok()));
