-- :checkhealth sqlreview
local M = {}

local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local warn = health.warn or health.report_warn
local fail = health.error or health.report_error
local info = health.info or health.report_info

local INSTALL = 'Install sqlreview so that it is on the PATH: `pipx install .` in a checkout, for example.'

local function command()
  if vim.lsp.config then
    local found = vim.lsp.config.sqlreview
    return found and found.cmd or nil
  end
  return (require('sqlreview').chosen or require('sqlreview.config').defaults()).cmd
end

local function version_of(cmd)
  local words = { unpack(cmd) }
  if words[#words] == 'lsp' then
    table.remove(words)
  end
  table.insert(words, '--version')
  local output = vim.fn.system(words)
  return vim.v.shell_error == 0 and vim.trim(output) or nil, vim.trim(output)
end

function M.check()
  start('sqlreview')
  if vim.fn.has('nvim-0.7') == 0 then
    fail('Neovim 0.7 or newer is needed')
    return
  end
  local cmd = command()
  if type(cmd) ~= 'table' then
    info('The server is started by a function; its program is not looked at.')
  elseif vim.fn.executable(cmd[1]) == 0 then
    fail(('`%s` is not executable'):format(cmd[1]), { INSTALL })
    return
  else
    local version, output = version_of(cmd)
    if version then
      ok(('%s (%s)'):format(version, vim.fn.exepath(cmd[1])))
    else
      fail(('`%s --version` fails: %s'):format(cmd[1], output), { INSTALL })
    end
  end
  if vim.lsp.is_enabled and not vim.lsp.is_enabled('sqlreview') then
    warn('The server is not enabled', { "Add `vim.lsp.enable('sqlreview')` to your init.lua." })
  end
  local running = vim.tbl_filter(function(client)
    return client.name == 'sqlreview'
  end, vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients())
  if #running == 0 then
    info('No server is running; it starts with the first SQL file.')
  end
  for _, client in ipairs(running) do
    ok(('A server is running for %s'):format(client.config.root_dir or 'single files'))
  end
end

return M
