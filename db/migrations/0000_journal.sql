CREATE TABLE `bodies` (
	`event_id` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`body` text NOT NULL,
	`redaction` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`redaction`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `command_log` (
	`command_id` text NOT NULL,
	`actor` text NOT NULL,
	`stream` text NOT NULL,
	`salt` text NOT NULL,
	`digest` text NOT NULL,
	`answer` text NOT NULL,
	`first_event` integer,
	`last_event` integer,
	PRIMARY KEY(`actor`, `command_id`),
	FOREIGN KEY (`first_event`) REFERENCES `events`(`global_seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_event`) REFERENCES `events`(`global_seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `command_log_stream` ON `command_log` (`stream`);--> statement-breakpoint
CREATE TABLE `events` (
	`global_seq` integer PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`v` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`day` text NOT NULL,
	`actor` text NOT NULL,
	`acting_for` text,
	`command_id` text NOT NULL,
	`body_digest` text NOT NULL,
	`stream_hash` text NOT NULL,
	`programme_hash` text NOT NULL,
	CONSTRAINT "events_seq_positive" CHECK("events"."seq" >= 1 and "events"."global_seq" >= 1)
);
--> statement-breakpoint
CREATE INDEX `events_command` ON `events` (`actor`,`command_id`);--> statement-breakpoint
CREATE INDEX `events_day` ON `events` (`day`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_stream_seq` ON `events` (`stream`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_id` ON `events` (`id`);--> statement-breakpoint
CREATE TABLE `refs` (
	`ref` text PRIMARY KEY NOT NULL,
	`shown` text NOT NULL,
	`stream` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `refs_stream` ON `refs` (`stream`);--> statement-breakpoint
CREATE TABLE `stream_states` (
	`stream` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`fold_version` integer NOT NULL,
	`rows_version` integer NOT NULL,
	`as_of` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `stream_states_kind` ON `stream_states` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `appointment_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`role` text NOT NULL,
	`person` text NOT NULL,
	`state` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `appointment_rows_person` ON `appointment_rows` (`person`,`state`);--> statement-breakpoint
CREATE TABLE `benefit_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`category` text NOT NULL,
	`description` text,
	`claimed` integer NOT NULL,
	`owner` text,
	`owner_state` text NOT NULL,
	`measure` text,
	`unit` text,
	`baseline` text,
	`target` text,
	`latest` text,
	`latest_on` text,
	`realisation_state` text NOT NULL,
	`realisation` text,
	`realisation_from` text,
	`realisation_to` text,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `benefit_rows_owner` ON `benefit_rows` (`owner`);--> statement-breakpoint
CREATE TABLE `condition_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`gate` integer NOT NULL,
	`what` text NOT NULL,
	`owner` text NOT NULL,
	`due` text NOT NULL,
	`before` text NOT NULL,
	`source` text NOT NULL,
	`set_by` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `condition_rows_owner` ON `condition_rows` (`owner`,`state`);--> statement-breakpoint
CREATE INDEX `condition_rows_due` ON `condition_rows` (`state`,`due`);--> statement-breakpoint
CREATE TABLE `gate_rows` (
	`project` text NOT NULL,
	`gate` integer NOT NULL,
	`standing` text NOT NULL,
	`cycle` integer NOT NULL,
	`outcome` text,
	`decided_on` text,
	`submitted_on` text,
	`target_state` text NOT NULL,
	`target` text,
	`forecast` text,
	`actual` text,
	`current` text,
	`current_from` text,
	`current_to` text,
	`slip_least` integer,
	`slip_most` integer,
	PRIMARY KEY(`project`, `gate`)
);
--> statement-breakpoint
CREATE INDEX `gate_rows_from` ON `gate_rows` (`current_from`);--> statement-breakpoint
CREATE TABLE `project_rows` (
	`project` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`title` text NOT NULL,
	`theme` text,
	`department` text,
	`life` text NOT NULL,
	`stage` text NOT NULL,
	`approved_gate` integer,
	`next_gate` integer,
	`next_gate_standing` text,
	`next_gate_date` text,
	`next_gate_from` text,
	`next_gate_to` text,
	`sponsor` text,
	`lead` text,
	`horizon_from` integer,
	`horizon_to` integer,
	`proposed_run_rate` integer,
	`validated_run_rate` integer,
	`mtfs_run_rate` integer,
	`gap_run_rate` integer,
	`not_adopted_lines` integer NOT NULL,
	`slip_months` integer,
	`open_risks` integer NOT NULL,
	`tbc_debts` integer NOT NULL,
	`blank_debts` integer NOT NULL,
	`stale_figures` integer NOT NULL,
	`open_conditions` integer NOT NULL,
	`opened_on` text,
	`framework` text NOT NULL,
	`framework_version` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "project_rows_proposed_pence" CHECK("project_rows"."proposed_run_rate" is null or (typeof("project_rows"."proposed_run_rate") = 'integer' and abs("project_rows"."proposed_run_rate") <= 9000000000000000)),
	CONSTRAINT "project_rows_validated_pence" CHECK("project_rows"."validated_run_rate" is null or (typeof("project_rows"."validated_run_rate") = 'integer' and abs("project_rows"."validated_run_rate") <= 9000000000000000)),
	CONSTRAINT "project_rows_mtfs_pence" CHECK("project_rows"."mtfs_run_rate" is null or (typeof("project_rows"."mtfs_run_rate") = 'integer' and abs("project_rows"."mtfs_run_rate") <= 9000000000000000)),
	CONSTRAINT "project_rows_gap_pence" CHECK("project_rows"."gap_run_rate" is null or (typeof("project_rows"."gap_run_rate") = 'integer' and abs("project_rows"."gap_run_rate") <= 9000000000000000))
);
--> statement-breakpoint
CREATE INDEX `project_rows_ref` ON `project_rows` (`ref`);--> statement-breakpoint
CREATE INDEX `project_rows_next` ON `project_rows` (`next_gate`,`next_gate_from`);--> statement-breakpoint
CREATE TABLE `risk_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`ref` text NOT NULL,
	`risk` text NOT NULL,
	`likelihood` integer,
	`impact` integer,
	`score` integer,
	`band` text,
	`above_appetite` integer,
	`stated_total` integer,
	`owner` text,
	`due` text,
	`due_from` text,
	`due_to` text,
	`open` integer NOT NULL,
	`accepted` integer NOT NULL,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `risk_rows_score` ON `risk_rows` (`open`,`score`);--> statement-breakpoint
CREATE TABLE `saving_rows` (
	`project` text NOT NULL,
	`line` text NOT NULL,
	`fy` integer NOT NULL,
	`series` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`timing` text NOT NULL,
	`title` text NOT NULL,
	`category` text,
	`convention` text,
	`cost_centre` text,
	`adopted` integer NOT NULL,
	`state` text NOT NULL,
	`amount` integer,
	`stale` integer NOT NULL,
	`confirmed` integer NOT NULL,
	`by` text NOT NULL,
	`day` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`project`, `line`, `fy`, `series`),
	CONSTRAINT "saving_rows_amount_pence" CHECK("saving_rows"."amount" is null or (typeof("saving_rows"."amount") = 'integer' and abs("saving_rows"."amount") <= 9000000000000000))
);
--> statement-breakpoint
CREATE INDEX `saving_rows_fy` ON `saving_rows` (`fy`,`series`);--> statement-breakpoint
CREATE TABLE `schedule_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`start` text,
	`target` text,
	`target_state` text NOT NULL,
	`forecast` text,
	`actual` text,
	`current` text,
	`current_from` text,
	`current_to` text,
	`slip_least` integer,
	`slip_most` integer,
	`needed_for` integer,
	`owner` text,
	`done` integer NOT NULL,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `schedule_rows_from` ON `schedule_rows` (`current_from`);--> statement-breakpoint
CREATE INDEX `schedule_rows_owner` ON `schedule_rows` (`owner`);--> statement-breakpoint
CREATE TABLE `total_rows` (
	`project` text NOT NULL,
	`fy` integer NOT NULL,
	`series` text NOT NULL,
	`effect` integer,
	PRIMARY KEY(`project`, `fy`, `series`),
	CONSTRAINT "total_rows_effect_pence" CHECK("total_rows"."effect" is null or (typeof("total_rows"."effect") = 'integer' and abs("total_rows"."effect") <= 9000000000000000))
);
--> statement-breakpoint
CREATE INDEX `total_rows_fy` ON `total_rows` (`fy`,`series`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`person` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`demonstration` integer NOT NULL,
	`created` text NOT NULL,
	`password_changed` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person` text NOT NULL,
	`name` text NOT NULL,
	`created` text NOT NULL,
	`last_used` text,
	`expires` text,
	`revoked` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_person` ON `api_tokens` (`person`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`kind` text NOT NULL,
	`person` text NOT NULL,
	`day` text NOT NULL,
	`body` text NOT NULL,
	`sent` text,
	`attempts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_unsent` ON `outbox` (`sent`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`created` text NOT NULL,
	`last_seen` text NOT NULL,
	`expires` text NOT NULL,
	`revoked` text,
	`user_agent` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`since` text NOT NULL,
	`blocked_until` text
);
